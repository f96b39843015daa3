import * as l10n from '@vscode/l10n';
import type { RuleSeverity } from '../../../language/src/rules/rule.ts';
import type { Problem } from '../checking/problem.ts';
import type { Summary } from '../checking/summary.ts';
import type { Format, Style } from '../output/style.ts';
import { visible } from '../output/visible.ts';
import { problemCounts } from './counts.ts';
import type { Reporter } from './reporter.ts';
import { severityWord } from './severities.ts';

const formats: Readonly<Record<RuleSeverity, Format>> = {
  error: 'red',
  warning: 'yellow',
  information: 'blue',
  hint: 'dim',
};

/** Reports for people: the problems below the name of their file, and a line with the counts. */
export function prettyReporter(style: Style): Reporter {
  return {
    begin: () => '',
    file({ name, problems, isFixed }) {
      const fixed = isFixed ? `${visible(name)}: ${style('green', l10n.t('fixed'))}\n` : '';
      if (problems.length === 0) return fixed;
      const width = Math.max(...problems.map((problem) => positionOf(problem).length));
      const lines = problems.map((problem) => problemLine(problem, width, style));
      return `${fixed}${style('underline', visible(name))}\n${lines.join('')}\n`;
    },
    end: (summary) => `${summaryLine(summary, style)}\n`,
  };
}

function problemLine(problem: Problem, width: number, style: Style): string {
  const { severity, message, code, related } = problem;
  const position = style('dim', positionOf(problem).padStart(width));
  const first = `  ${position}  ${style(formats[severity], severityWord(severity))}  ${visible(message)}  ${style('dim', code)}\n`;
  const others = related.map(
    ({ line, column, message: text }) =>
      `  ${' '.repeat(width)}  ${style('dim', `${line}:${column}`)}  ${visible(text)}\n`,
  );
  return first + others.join('');
}

function positionOf({ line, column }: Problem): string {
  return `${line}:${column}`;
}

/** Returns the line with the counts. There are "no problems" only if all files were checked. */
function summaryLine({ files, filesWithProblems, problems, failures }: Summary, style: Style): string {
  const checked = files - failures.length;
  return [
    ...(filesWithProblems > 0 ? [style(problems.error > 0 ? 'red' : 'yellow', problemCounts(problems))] : []),
    ...(filesWithProblems === 0 && failures.length === 0 ? [style('green', l10n.t('No problems'))] : []),
    ...(failures.length > 0 ? [style('red', failureCount(failures.length))] : []),
    checked === 1 ? l10n.t('1 file checked') : l10n.t('{0} files checked', checked),
  ].join(' · ');
}

function failureCount(count: number): string {
  return count === 1 ? l10n.t('1 file failed') : l10n.t('{0} files failed', count);
}
