import { createScanner } from 'jsonc-parser';
import { SyntaxKind } from '../documents/parsing/syntaxKind.ts';
import { jobTextOf } from './jobText.ts';
import type { OtherFormat } from './otherFormat.ts';

/** Imports and comments at the start of a program. */
const preamble = /^(?:[ \t]*(?:(?:import|from|using|package)[ \t][^\n]*|#[^\n]*|\/\/[^\n]*)?\r?\n)+/;
/** What comes before the object: an assignment, export, or return, or a call, and the quote that the object may be in. */
const statement =
  /^\s*(?:(?:(?:export|const|let|var|final|val)[ \t]+){0,2}[A-Za-z_$][\w.$]*(?:[ \t]*:[ \t]*[\w.<>, ]+)?[ \t]*:?=[ \t]*(?:[\w.]+\(\s*)?|(?:export[ \t]+default|return)\b[ \t]*(?:[\w.]+\(\s*)?|[\w.]+\(\s*)(?:'{1,3}|`|"{3})?\s*$/;
const longestStart = 1_000;

/** Returns the job in a program: the object that it assigns, exports, returns, or passes on, up to its closing brace. */
export function objectInCode(text: string): OtherFormat | undefined {
  const start = text.indexOf('{');
  if (start < 0 || start > longestStart || !statement.test(text.slice(0, start).replace(preamble, '')))
    return undefined;
  return { kind: 'code', job: jobTextOf(text.slice(start, objectEnd(text, start))), hasCredential: false };
}

/** Returns where the object ends that begins at `start`: behind its closing brace, else behind the last one of the text. */
function objectEnd(text: string, start: number): number {
  const scanner = createScanner(text.slice(start), false);
  let depth = 0;
  for (let kind: SyntaxKind = scanner.scan(); kind !== SyntaxKind.EOF; kind = scanner.scan()) {
    if (kind === SyntaxKind.OpenBraceToken) depth++;
    else if (kind === SyntaxKind.CloseBraceToken && --depth === 0) return start + scanner.getTokenOffset() + 1;
  }
  const last = text.lastIndexOf('}');
  return last > start ? last + 1 : text.length;
}
