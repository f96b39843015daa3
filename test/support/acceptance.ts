import type { CompletionItem } from 'vscode-languageserver-types';
import { cursorAt } from '../../language/src/documents/cursor/cursor.ts';
import { nodeAt, pathOf } from '../../language/src/documents/locate.ts';
import { parse } from '../../language/src/documents/parse.ts';
import { isObject } from '../../language/src/documents/value.ts';
import { check } from '../../language/src/rules/check.ts';
import { accepted } from './completion.ts';
import { signedIn } from './lightBulb.ts';
import { isJson } from './isJson.ts';

/**
 * What an accepted item has made worse in a document: as texts, none if all is well. JSON that was whole stays whole
 * and broken JSON has no more mistakes than before; no other property has another value; no new error is there, but for
 * what a chosen value makes required elsewhere.
 */
export function worsened(text: string, offset: number, item: CompletionItem): string[] {
  const after = accepted(text, item);
  const cursor = cursorAt(text, offset);
  if (cursor === undefined) return ['There is an item where nothing can be written.'];
  const { start, end, expects, hasValue, commaBefore, commaAfter } = cursor;
  const word = expects === 'value' ? '0' : `"\uffff"${hasValue ? '' : ':0'}`;
  const comma = commaBefore === undefined ? '' : ',';
  // The same document with something in the place of the word at the cursor, which is what the item is compared with.
  const base = text.slice(0, start) + comma + word + (commaAfter ? ',' : '') + text.slice(end);
  const isNew = isJson(base);
  return [
    ...(isJson(text) || isNew ? wholeJson(after) : moreMistakes(text, after)),
    ...(isNew && isJson(after)
      ? [...changedProperties(base, after, item), ...newErrors(base, after, item, hasValue)]
      : []),
  ];
}

function wholeJson(after: string): string[] {
  return isJson(after) ? [] : ['The document is no JSON any more.'];
}

function moreMistakes(before: string, after: string): string[] {
  // Of a line with a text that isn't closed, or a text without any value, one mistake is reported, however many there
  // are.
  const { problems, refusal } = parse(before);
  if (refusal !== undefined || problems.some(({ kind }) => kind === 'open-text' || kind === 'missing-quote')) return [];
  const [had, has] = [before, after].map((text) => parse(text).problems.length);
  return has !== undefined && had !== undefined && has > had ? [`There are ${has} mistakes, and were ${had}.`] : [];
}

function changedProperties(base: string, after: string, item: CompletionItem): string[] {
  const place = placeOf(item);
  const without = (text: string): Map<string, string> => {
    const leaves = leavesOf(JSON.parse(text), '');
    for (const path of leaves.keys()) if (path.startsWith(place) || path.includes('\uffff')) leaves.delete(path);
    return leaves;
  };
  const [before, now] = [without(base), without(after)];
  const changed = [...before].filter(([path, value]) => now.get(path) !== value).map(([path]) => path);
  const added = [...now.keys()].filter((path) => !before.has(path));
  return [...changed, ...added].map((path) => `${path} is another one.`);
}

/** Codes of what another value can ask for elsewhere, or rule out there: it is the author's to write. */
const consequences = new Set(['missing-property', 'schedule-value']);

/** @param isName the value stood there before, and what is wrong in it wasn't seen under another name */
function newErrors(base: string, after: string, item: CompletionItem, isName: boolean): string[] {
  const place = placeOf(item);
  const isOfValue = ({ path, code }: ErrorAt): boolean =>
    isName && (path.startsWith(`${place}/`) || (path === place && code === 'missing-property'));
  const [before, now] = [errorsIn(base), errorsIn(after)];
  return now
    .filter((error) => !before.some((known) => isSame(known, error)))
    .filter((error) => (error.path.startsWith(place) ? !isOfValue(error) : !consequences.has(error.code)))
    .map(({ code, path, message }) => `${code} ${path} ${message}`);
}

/** Of properties that are missing, some may be there now: then the sentence is a shorter one. */
function isSame(known: ErrorAt, error: ErrorAt): boolean {
  if (known.code !== error.code) return false;
  if (error.code !== 'missing-property') return known.message === error.message;
  const [had, has] = [known, error].map(({ message }): readonly string[] => message.match(/"[^"]*"/g) ?? []);
  return has?.every((name) => had?.includes(name) === true) === true;
}

/** An error and its place. */
interface ErrorAt {
  readonly code: string;
  readonly path: string;
  readonly message: string;
}

function errorsIn(text: string): ErrorAt[] {
  const parsed = parse(text);
  return check(parsed, signedIn).flatMap(({ code, severity, span, message }) => {
    const node = parsed.tree && nodeAt(parsed.tree, span.offset + 1);
    return severity === 'error' ? [{ code, path: node ? pathText(pathOf(node)) : '', message: message() }] : [];
  });
}

function placeOf({ data }: CompletionItem): string {
  const path: unknown = isObject(data) ? data.path : undefined;
  return Array.isArray(path) ? pathText(path) : '';
}

function pathText(path: readonly unknown[]): string {
  return path.map((segment) => `/${String(segment)}`).join('');
}

function leavesOf(value: unknown, path: string): Map<string, string> {
  if (typeof value !== 'object' || value === null) return new Map([[path, JSON.stringify(value)]]);
  return new Map(Object.entries(value).flatMap(([key, inner]) => [...leavesOf(inner, `${path}/${key}`)]));
}
