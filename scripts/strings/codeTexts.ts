import { readdir, readFile } from 'node:fs/promises';
import ts from 'typescript';

const root = new URL('../../', import.meta.url);

/** A comment or the name of a test, with the file that has it. */
export interface CodeText {
  readonly source: string;
  readonly text: string;
}

/** Returns the comments and the names of tests in all TypeScript files that aren't generated. */
export async function codeTexts(): Promise<CodeText[]> {
  const folders = ['cli/src/', 'client/src/', 'language/src/', 'server/src/', 'scripts/', 'test/'];
  const files = await Promise.all(folders.map(async (folder) => readdir(new URL(folder, root), { recursive: true })));
  const paths = files.flatMap((names, index) => names.map((name) => `${folders[index] ?? ''}${name}`));
  const texts = await Promise.all(
    paths
      .filter((path) => /(?<!\.d)\.ts$/.test(path) && !/[\\/]generated[\\/]/.test(path))
      .map(async (source) => {
        const content = await readFile(new URL(source.replaceAll('\\', '/'), root), 'utf8');
        return [...commentsIn(content), ...testNamesIn(content)].map((text) => ({ source, text }));
      }),
  );
  return texts.flat();
}

/** Returns the comments of a TypeScript file, each on one line. */
export function commentsIn(content: string): string[] {
  const source = ts.createSourceFile('a.ts', content, ts.ScriptTarget.Latest, true);
  const comments = new Map<number, string>();
  const visit = (node: ts.Node): void => {
    const ranges = [
      ...(ts.getLeadingCommentRanges(content, node.pos) ?? []),
      ...(ts.getTrailingCommentRanges(content, node.end) ?? []),
    ];
    for (const { pos, end } of ranges) comments.set(pos, content.slice(pos, end));
    for (const child of node.getChildren(source)) visit(child);
  };
  visit(source);
  const sorted = [...comments].sort(([left], [right]) => left - right);
  return sorted.map(([, text]) =>
    text
      .replace(/^\/[/*]+|\*\/$/g, '')
      .replace(/\s*\n\s*\*? ?/g, ' ')
      .trim(),
  );
}

/** Returns the names of the tests and of their groups in a TypeScript file. */
export function testNamesIn(content: string): string[] {
  const names = content.matchAll(/^ *(?:describe|it|test)\b[^\n]*?\(\s*(['`])((?:\\.|(?!\1)[^\\\n])+)\1, /gm);
  const namesOfTables = content.matchAll(/^ *\]\)\((['`])((?:\\.|(?!\1)[^\\\n])+)\1, /gm);
  return [...names, ...namesOfTables].map(([, , name = '']) => name);
}
