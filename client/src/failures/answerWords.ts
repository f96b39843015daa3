import type { Step } from '../../../language/src/documents/visitValues.ts';

/** What the words of a message name. */
export interface NamedInMessage {
  /** Whether the message names a property, given its place, and whether it does so by a path. */
  readonly property: (place: Step) => { readonly isPath: boolean } | undefined;
  /** Whether the message names a value, given as text and by the property that has it, if there is one. */
  readonly isValue: (text: string, property?: string) => boolean;
}

/** The beginning of a longer message, such as one with a stack trace, describes what is wrong. */
const longestMessage = 10_000;

/**
 * Returns what the words of a message name. Words that are ordinary English, such as the property `type` or a value
 * `default`, count in quotes or brackets, or as a property before a colon. A value also counts after the last word of its
 * property: `database sales` names the value of `target_database`.
 */
export function namedIn(message: string): NamedInMessage {
  const paths: PathEnd = { next: new Map() };
  const values = new Set<string>();
  const words = wordsOf(message.slice(0, longestMessage));
  for (const word of words) {
    addPath(paths, word);
    if (canBeValue(word)) values.add(word.text);
  }
  const pairs = pairsOf(words);
  return {
    property: (place) => findPath(paths, place),
    isValue: (text, property) =>
      values.has(text) ||
      (property !== undefined && pairs.has(pairOf(property.slice(property.lastIndexOf('_') + 1), text))),
  };
}

/** A word of a message, and whether it is marked as a name: by quotes or brackets around it, or by a colon behind it. */
interface Word {
  readonly text: string;
  readonly isQuoted: boolean;
  readonly isLabel: boolean;
}

/** Each is bounded, so that an unmatched quote isn't followed to the end of the message again and again. */
const quotations =
  /'([^']{1,500})'|"([^"]{1,500})"|`([^`]{1,500})`|“([^”]{1,500})”|‘([^’]{1,500})’|\[([^\]]{1,500})\]/g;
const plainWords = /[^\s,;()'"`“”‘’]+/g;

function wordsOf(message: string): Word[] {
  // One of the groups of a quotation has matched; the others are empty.
  const quoted = Array.from(message.matchAll(quotations), (match) => match.slice(1).join('').trim());
  const plain = Array.from(message.matchAll(plainWords), ([word]) => word);
  return [
    ...quoted.map((text) => ({ text, isQuoted: true, isLabel: true })),
    ...plain.map((word) => ({ text: withoutEnd(word), isQuoted: false, isLabel: /[:=]$/.test(word) })),
  ];
}

/** Each plain word that isn't short with the one before it. */
function pairsOf(words: readonly Word[]): ReadonlySet<string> {
  const plain = words.filter(({ isQuoted }) => !isQuoted).map(({ text }) => text);
  return new Set(
    plain.flatMap((text, index) => (index > 0 && text.length > 2 ? [pairOf(plain[index - 1] ?? '', text)] : [])),
  );
}

function pairOf(before: string, text: string): string {
  return `${before.toLowerCase()} ${text}`;
}

function withoutEnd(word: string): string {
  let end = word.length;
  while (end > 0 && '.:=!?'.includes(word.charAt(end - 1))) end--;
  return word.slice(0, end);
}

/** Paths by their segments from the last to the first, so that a property is compared with all of them at once. */
interface PathEnd {
  readonly next: Map<string, PathEnd>;
  /** A word ends here; whether one of those that do is a path. */
  found?: { isPath: boolean };
}

/** A word as the end of a path, such as `a.b` or `$.a.b[0].c`. */
function addPath(paths: PathEnd, { text, isLabel }: Word): void {
  const segments = text.replace(/^\$\.?/, '').match(/[^.[\]]+/g) ?? [];
  if (segments.length === 0 || !(segments.length > 1 || isLabel || text.includes('_'))) return;
  let end = paths;
  for (const segment of segments.reverse()) {
    const next: PathEnd = end.next.get(segment) ?? { next: new Map() };
    end.next.set(segment, next);
    end = next;
  }
  end.found = { isPath: text.includes('.') || end.found?.isPath === true };
}

function findPath(paths: PathEnd, place: Step): PathEnd['found'] {
  let found: PathEnd['found'];
  let end: PathEnd | undefined = paths;
  for (let step: Step | undefined = place; step && end; step = step.parent) {
    end = end.next.get(String(step.segment));
    if (end?.found) found = { isPath: end.found.isPath || found?.isPath === true };
  }
  return found;
}

/** Whether a word can be a value and isn't an ordinary word as well. */
function canBeValue({ text, isQuoted }: Word): boolean {
  if (text === '') return false;
  return isQuoted || (text.length > 2 && /[^a-z]/.test(text) && /\D/.test(text) && !/^[A-Z][a-z]+$/.test(text));
}
