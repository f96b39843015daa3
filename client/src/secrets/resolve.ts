import { stringEnd } from '../../../language/src/documents/stringLiteral.ts';
import { isLargerThan, maximumSize } from '../../../language/src/documents/parse.ts';
import {
  referencePlacesIn,
  referencesIn,
  referenceTo,
  type ReferencePlace,
} from '../../../language/src/documents/reference.ts';

/** A value that a job refers to: where it is kept, and by which name. */
export interface Referred {
  readonly kind: 'secret' | 'env';
  readonly name: string;
}

/** Tells the value of a reference; `undefined` where there is none. */
export type LookUp = (referred: Referred) => string | undefined;

/** A job whose references are filled in. */
export interface Resolved {
  /** The JSON that is sent. */
  readonly body: string;
  /** What was filled in, each once, in the order of the text. */
  readonly used: readonly Referred[];
  /** The values of the secrets, which must not be shown. */
  readonly secrets: readonly string[];
}

/** Whether a text refers to a secret. */
export function refersToSecret(text: string): boolean {
  return referencesIn(text).some(({ kind }) => kind === 'secret');
}

/** Everything that a job refers to, each once, in the order of the text. */
export function referredIn(text: string): Referred[] {
  const found = new Map<string, Referred>();
  for (const { places } of referringTexts(text)) {
    for (const { kind, name } of places) {
      if (kind === 'secret' || kind === 'env') found.set(referenceTo(kind, name), { kind, name });
    }
  }
  return [...found.values()];
}

/**
 * Fills the references of a job in, in the texts that are values, and writes `${` where `$${` stands. Everything else stays
 * byte for byte, also what a value looks like: a reference in it is none.
 * @param text JSON
 * @param lookUp a reference that it knows no value of stays as it stands
 * @returns `undefined` where the result would be larger than the service takes
 */
export function resolveReferences(text: string, lookUp: LookUp): Resolved | undefined {
  const used = new Map<string, Referred>();
  const secrets = new Set<string>();
  const parts: string[] = [];
  let end = 0;
  let length = text.length;
  for (const literal of referringTexts(text)) {
    for (const { kind, name, offset, length: size } of literal.places) {
      if (kind === 'malformed') continue;
      const value = kind === 'escape' ? undefined : lookUp({ kind, name });
      if (kind !== 'escape' && value === undefined) continue;
      // Of `$${`, its first character goes.
      const from = literal.at(offset);
      const to = literal.at(kind === 'escape' ? offset + 1 : offset + size);
      const written = value === undefined ? '' : JSON.stringify(value).slice(1, -1);
      parts.push(text.slice(end, from), written);
      end = to;
      // A text may refer to a long value often: what cannot be sent is not made either.
      length += written.length - (to - from);
      if (length > maximumSize) return undefined;
      if (kind === 'escape' || value === undefined) continue;
      used.set(referenceTo(kind, name), { kind, name });
      if (kind === 'secret') secrets.add(value);
    }
  }
  const body = parts.join('') + text.slice(end);
  return isLargerThan(body, maximumSize) ? undefined : { body, used: [...used.values()], secrets: [...secrets] };
}

/** A text of the JSON with a `${` in it. */
interface ReferringText {
  readonly places: readonly ReferencePlace[];
  /** Where a unit of what the text stands for is written in the JSON. */
  readonly at: (unit: number) => number;
}

/** The texts that are values and have a `${` in them, escaped or not. */
function* referringTexts(json: string): Generator<ReferringText> {
  if (!json.includes('${') && !json.includes('\\u00')) return;
  let end: number;
  for (let offset = json.indexOf('"'); offset >= 0; offset = json.indexOf('"', end)) {
    end = stringEnd(json, offset);
    const literal = json.slice(offset, end);
    if (!literal.includes('${') && !literal.includes('\\u00')) continue;
    if (isName(json, end)) continue;
    const text: unknown = JSON.parse(literal);
    const places = referencePlacesIn(String(text));
    if (places.length > 0) yield { places, at: unitsOf(literal, offset) };
  }
}

/** Whether what ends here is the name of a member. */
function isName(json: string, end: number): boolean {
  const colon = /[ \t\r\n]*:/y;
  colon.lastIndex = end;
  return colon.test(json);
}

function unitsOf(literal: string, offset: number): (unit: number) => number {
  const start = offset + 1;
  if (!literal.includes('\\')) return (unit) => start + unit;
  const offsets = Array.from(literal.slice(1, -1).matchAll(/\\u[0-9A-Fa-f]{4}|\\?[^]/g), ({ index }) => start + index);
  return (unit) => offsets[unit] ?? offset + literal.length - 1;
}
