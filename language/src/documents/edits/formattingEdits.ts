import { createScanner, format, type Edit } from 'jsonc-parser';
import type { FormattingOptions } from 'vscode-languageserver-types';
import { formattedEnd } from '../fast/formattedEnd.ts';
import { lineBreakOf } from '../indentation.ts';
import { maximumSize } from '../limits.ts';
import { parse } from '../parse.ts';
import { maximumProblems } from '../parsing/lexer.ts';
import { SyntaxKind } from '../parsing/syntaxKind.ts';
import type { Span } from '../range.ts';
import { applyEdits } from './applyEdits.ts';
import { shortArrayEdits, shortArrays, withStrings } from './shortArrays.ts';
import { whitespaceEdits } from './whitespaceEdits.ts';

/** A text that still changes after so many passes is left alone. */
const maximumPasses = 5;

/** More spaces a level are never meant. */
const maximumTabSize = 100;

/** What is indented by more than the service accepts isn't a job. */
const maximumIndentation = maximumSize;

/** Nor is what is indented by so many times its size: a job on one line gets less. */
const maximumIndentationPerCharacter = 8;

/** A text of any size can be indented by this. With syntax errors, none by more: it is written and read again in each pass. */
const maximumBrokenIndentation = 800_000;

/**
 * Returns the edits that format a document. They change white space only, and nothing in a document that is formatted
 * already. Short arrays stay on their line. A document isn't formatted if it can't be parsed, has too many syntax
 * problems, or would need too much memory for its indentation.
 */
export function formattingEdits(text: string, options: FormattingOptions): readonly Edit[] {
  const arrays = shortArrays(text);
  const edits = arrays.length === 0 ? editsOf(text, options) : editsOf(withStrings(text, arrays), options);
  return [...edits, ...shortArrayEdits(arrays)];
}

function editsOf(text: string, options: FormattingOptions): readonly Edit[] {
  const { problems, refusal, data, indentation } = parse(text);
  const unit = options.insertSpaces ? options.tabSize : 1;
  if (refusal !== undefined || unit > maximumTabSize) return [];
  const hasOnlyComments = problems.every(({ kind }) => kind === 'comment');
  const mostIndentation = hasOnlyComments
    ? Math.min(maximumIndentation, Math.max(maximumBrokenIndentation, text.length * maximumIndentationPerCharacter))
    : maximumBrokenIndentation;
  if ((indentation ?? indentationIn(text)) * unit > mostIndentation) return [];
  if (problems.length === 0) {
    const end = formattedEnd(text, data, options);
    return end === undefined ? onePass(text, options) : edited(text, editsAfter(text, end, options), options);
  }
  if (!hasOnlyComments && problems.length === maximumProblems) return [];
  const edits = onePass(text, options);
  if (hasOnlyComments) return edits;
  // jsonc-parser doesn't format around a syntax error, and finds other errors in the text that it has formatted.
  let current = applyEdits(text, edits);
  for (let pass = 1; pass < maximumPasses; pass++) {
    const next = applyEdits(current, onePass(current, options));
    if (next === current) return whitespaceEdits(text, current);
    current = next;
  }
  return [];
}

/** Estimates how many levels of indentation the lines of a formatted text have together; stops counting above the maximum. */
function indentationIn(text: string): number {
  const scanner = createScanner(text, true);
  let level = 0;
  let total = 0;
  for (let kind: SyntaxKind = scanner.scan(); kind !== SyntaxKind.EOF; kind = scanner.scan()) {
    if (kind === SyntaxKind.OpenBraceToken || kind === SyntaxKind.OpenBracketToken) level++;
    else if (kind === SyntaxKind.CloseBraceToken || kind === SyntaxKind.CloseBracketToken) level--;
    else if (kind !== SyntaxKind.CommaToken) continue;
    total += Math.max(0, level);
    if (total > maximumIndentation) break;
  }
  return total;
}

function onePass(text: string, options: FormattingOptions): readonly Edit[] {
  const { tabSize, insertSpaces, insertFinalNewline = false } = options;
  const edits = format(text, undefined, { tabSize, insertSpaces, insertFinalNewline, eol: lineBreakOf(text) });
  return edited(text, edits, options);
}

/** The edit that jsonc-parser makes at the end of a text that is formatted otherwise. */
function editsAfter(text: string, end: number, { insertFinalNewline = false }: FormattingOptions): Edit[] {
  const content = insertFinalNewline ? '\n' : '';
  return text.slice(end) === content ? [] : [{ offset: end, length: text.length - end, content }];
}

/** Completes the edits of jsonc-parser by those that the editor asks for besides. */
function edited(text: string, edits: readonly Edit[], options: FormattingOptions): readonly Edit[] {
  const { trimFinalNewlines = false, trimTrailingWhitespace = false } = options;
  return [
    ...withFinalNewlines(text, edits, trimFinalNewlines),
    ...(trimTrailingWhitespace ? trimmedComments(text) : []),
  ];
}

/** The same edits, except that the line breaks at the end stay, or one of them: jsonc-parser removes them. */
function withFinalNewlines(text: string, edits: readonly Edit[], isTrimmed: boolean): readonly Edit[] {
  const space = /[ \t\r\n]*$/.exec(text.slice(-longestSpace))?.[0] ?? '';
  const [beforeBreak] = space.split(/[\r\n]/, 1);
  // A text of white space alone isn't formatted.
  if (beforeBreak === undefined || beforeBreak === space || space === text) return edits;
  const start = text.length - space.length + beforeBreak.length;
  const last = edits.find(({ offset, length }) => offset + length > start);
  const offset = Math.min(start, last?.offset ?? start);
  const breaks = space.match(/\r\n?|\n/g) ?? [];
  const content = breaks.slice(0, isTrimmed ? 1 : undefined).join('');
  const others = edits.filter((edit) => edit !== last);
  return content === text.slice(offset) ? others : [...others, { offset, length: text.length - offset, content }];
}

/** Removes white space at the ends of lines in comments, which jsonc-parser doesn't change. */
function trimmedComments(text: string): Edit[] {
  if (!/[ \t](?:[\r\n]|$)/.test(text)) return [];
  return commentsIn(text).flatMap(({ offset, length }) =>
    Array.from(text.slice(offset, offset + length).matchAll(/(?<![ \t])[ \t]+(?=[\r\n]|$)/g), (found) => ({
      offset: offset + found.index,
      length: found[0].length,
      content: '',
    })),
  );
}

/** Returns the comments of a text, in its order. */
function commentsIn(text: string): Span[] {
  const scanner = createScanner(text, false);
  const comments: Span[] = [];
  for (let token: SyntaxKind = scanner.scan(); token !== SyntaxKind.EOF; token = scanner.scan()) {
    if (token !== SyntaxKind.LineCommentTrivia && token !== SyntaxKind.BlockCommentTrivia) continue;
    comments.push({ offset: scanner.getTokenOffset(), length: scanner.getTokenLength() });
  }
  return comments;
}

/** How far from the end of a text white space is preserved, in UTF-16 code units. */
const longestSpace = 1000;
