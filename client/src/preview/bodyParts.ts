import { parse } from '../../../language/src/documents/parse.ts';
import type { Span } from '../../../language/src/documents/range.ts';
import { jobReferences, type JobReference } from '../../../language/src/secrets/jobReferences.ts';
import { secretPlaces, type SecretPlace } from '../../../language/src/secrets/secretPlaces.ts';

/** A piece of a body. */
export type BodyPart =
  /** JSON as sent. */
  | { readonly kind: 'json'; readonly text: string }
  /** A secret written in the document, a number if it isn't quoted. `value` identifies it and is never shown. */
  | { readonly kind: 'literal'; readonly property: string; readonly value: string; readonly isQuoted: boolean }
  /** A reference, which is resolved when the job is sent. */
  | { readonly kind: 'secret' | 'env'; readonly name: string };

/**
 * Splits a job's text into what is sent as written, and the secrets and references in its values, which are within the
 * quotes of strings.
 * @returns nothing for a text that can't be parsed, such as one larger than the service accepts
 */
export function bodyParts(text: string): BodyPart[] {
  const document = parse(text, Infinity);
  if (document.tree === undefined) return [];
  const secrets = secretPlaces(document);
  const parts: BodyPart[] = [];
  let end = 0;
  for (const { offset, length, part } of inOrder(secrets.map(secretHole), jobReferences(document).map(referenceHole))) {
    // What is within a secret is hidden with it.
    if (offset < end) continue;
    if (offset > end) parts.push({ kind: 'json', text: text.slice(end, offset) });
    if (part) parts.push(part);
    end = offset + length;
  }
  if (end < text.length) parts.push({ kind: 'json', text: text.slice(end) });
  return parts;
}

/** A place in the text, and the part that replaces it, if any. */
interface Hole extends Span {
  readonly part?: BodyPart;
}

function secretHole(place: SecretPlace): Hole {
  const { kind, offset, length, property, value, isQuoted } = place;
  const part: BodyPart = { kind: 'literal', property, value, isQuoted };
  return kind === 'value' && isQuoted ? { offset: offset + 1, length: length - 2, part } : { offset, length, part };
}

function referenceHole({ kind, name, offset, length }: JobReference): Hole {
  return kind === 'escape' ? { offset, length } : { offset, length, part: { kind, name } };
}

function inOrder(...holes: readonly (readonly Hole[])[]): Hole[] {
  return holes.flat().sort((left, right) => left.offset - right.offset);
}
