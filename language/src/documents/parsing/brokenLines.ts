import type { SyntaxProblem } from './problems.ts';

/** A text without its closing quote turns its line inside out, which is reported in one sentence. */
export function withoutBrokenLines(problems: readonly SyntaxProblem[], text: string): readonly SyntaxProblem[] {
  if (!problems.some(isOpenText)) return problems;
  const lines: SyntaxProblem[][] = [];
  let offset = 0;
  for (const problem of problems) {
    const isNewLine = /[\r\n]/.test(text.slice(offset, problem.offset));
    offset = problem.offset;
    if (isNewLine || lines.length === 0) lines.push([]);
    lines.at(-1)?.push(problem);
  }
  return lines.flatMap((line) =>
    line.some(isOpenText) ? line.filter((problem) => isOpenText(problem) || problem.kind === 'open-bracket') : line,
  );
}

function isOpenText({ kind }: SyntaxProblem): boolean {
  return kind === 'open-text';
}
