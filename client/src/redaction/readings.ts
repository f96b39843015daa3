import { decodedViews } from './digits.ts';
import { unescapedViews } from './escapes.ts';
import { replaced, type View } from './view.ts';

/** A way to read a text. */
export interface Reading {
  readonly view: View;
  /** Whether it was written in digits, such as Base64. */
  readonly isOfDigits: boolean;
}

/** Digits of digits are read, but not those of these. */
const mostDecoded = 2;

/**
 * Yields the ways to read a text: with its escapes decoded, and what comes out of them; as a form; without white space; and
 * where it has bytes in Base64 or hexadecimal.
 * @param isText by byte, whether it can be of what is looked for
 */
export function* readings(view: View, isText: readonly boolean[], decoded = 0): Generator<Reading> {
  const isOfDigits = decoded > 0;
  const changes = new Set<Change>();
  for (const unescaped of unescapedViews(view)) {
    yield { view: unescaped, isOfDigits };
    for (const change of changesOf(unescaped.text)) changes.add(change);
    if (decoded === mostDecoded) continue;
    for (const inner of decodedViews(unescaped, isText)) yield* readings(inner, isText, decoded + 1);
  }
  const form = replaced(view, /\+/g, () => ' ');
  for (const unescaped of form ? unescapedViews(form) : []) yield { view: unescaped, isOfDigits };
  for (const change of changes) {
    for (const unescaped of unescapedViews(view, change)) yield { view: unescaped, isOfDigits };
  }
}

/** Returns a text, and what it reads as without white space. */
export function variantsOf(text: string): string[] {
  return [text, ...changesOf(text).map((change) => change({ text }).text)];
}

type Change = (view: View) => View;

/** Where lines are wrapped. */
const spaces = /[\s\u00ad\u200b]+/g;

/** And what a form has for white space. */
const spacesAndPluses = /[\s\u00ad\u200b+]+/g;

const withoutSpaces: Change = (view) => replaced(view, spaces, () => '') ?? view;

const withoutSpacesAndPluses: Change = (view) => replaced(view, spacesAndPluses, () => '') ?? view;

/** The changes of a view that make a difference to a text. */
function changesOf(text: string): Change[] {
  return [...(text.search(spaces) < 0 ? [] : [withoutSpaces]), ...(text.includes('+') ? [withoutSpacesAndPluses] : [])];
}
