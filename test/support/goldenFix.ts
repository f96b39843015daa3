import { readdirSync, readFileSync } from 'node:fs';

/** A fix of the golden files: a document before it and after it. */
export interface GoldenFix {
  /** The file's name, without its ending. */
  readonly name: string;
  /** The title of the code action; for a source action its kind. */
  readonly fix: string;
  /** With the cursor `|` where the light bulb is opened; a source action has none. */
  readonly before: string;
  readonly after: string;
}

const folder = new URL('../fixtures/fixes/', import.meta.url);

/** Reads every golden file, in the order of their names. */
export function readGoldenFixes(): GoldenFix[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith('.txt'))
    .sort()
    .map((file) => readGoldenFix(file.slice(0, -'.txt'.length), readFileSync(new URL(file, folder), 'utf8')));
}

/**
 * Reads `fix: title`, `=== before`, a document, `=== after`, a document. The line breaks before a separator and at the
 * end don't belong to the documents. `⟨U+00A0⟩` stands for a character that can't be seen.
 * @throws for a file of another form
 */
function readGoldenFix(name: string, text: string): GoldenFix {
  const [, fix, before, after] = /^fix: ([^\n]+)\n=== before\n([^]*)\n=== after\n([^]*)\n$/.exec(text) ?? [];
  if (fix === undefined || before === undefined || after === undefined) throw new Error(`${name} is no golden file`);
  return { name, fix, before: shown(before), after: shown(after) };
}

function shown(text: string): string {
  return text.replaceAll(/⟨U\+([0-9A-F]{4})⟩/g, (_, code: string) => String.fromCharCode(parseInt(code, 16)));
}
