import { referencePlacesIn } from '../../../language/src/documents/reference.ts';
import { isSecretMember, jobParts, memberOf, type JobPart } from '../submit/jobText.ts';
import { generousPasswords } from '../secrets/secretValue.ts';

/** A piece of a body. */
export type BodyPart =
  /** JSON as it goes out. */
  | { readonly kind: 'json'; readonly text: string }
  /** A secret that stands in the document: where it is, never what it is. */
  | { readonly kind: 'literal'; readonly member: string; readonly value: string }
  /** A reference, which is filled in when the job is sent. */
  | { readonly kind: 'secret' | 'env'; readonly name: string };

/**
 * A job's text in pieces: what goes out as it stands, and apart from it the secrets and references in its values, which
 * are inside of the quotes.
 */
export function bodyParts(text: string): BodyPart[] {
  const parts: BodyPart[] = [];
  let done = 0;
  for (const part of jobParts(text)) {
    const pieces = part.kind === 'value' ? piecesOf(part) : [];
    if (pieces.length === 0) continue;
    parts.push({ kind: 'json', text: `${text.slice(done, part.offset)}"` }, ...pieces);
    done = part.offset + part.length;
    parts.push({ kind: 'json', text: '"' });
  }
  return joined([...parts, { kind: 'json', text: text.slice(done) }]);
}

/** The pieces of a value that has a secret, a reference or an escaped `${`; none for another. */
function piecesOf(part: JobPart): BodyPart[] {
  const member = memberOf(part) ?? '';
  const pieces = referencePieces(part.text);
  if (isSecretMember(member)) {
    const isReference = pieces.length > 0 && pieces.every(({ kind }) => kind === 'secret' || kind === 'env');
    return isReference || part.text === '' ? pieces : [{ kind: 'literal', member, value: part.text }];
  }
  const passwords = generousPasswords(part.text);
  if (passwords.length === 0) return pieces;
  let done = 0;
  const split: BodyPart[] = [];
  for (const { offset, length } of passwords) {
    const value = part.text.slice(offset, offset + length);
    split.push(...textPieces(part.text.slice(done, offset)), { kind: 'literal', member, value });
    done = offset + length;
  }
  return [...split, ...textPieces(part.text.slice(done))];
}

function textPieces(value: string): BodyPart[] {
  const pieces = referencePieces(value);
  return pieces.length > 0 ? pieces : [{ kind: 'json', text: escaped(value) }];
}

function referencePieces(value: string): BodyPart[] {
  const places = referencePlacesIn(value).filter(({ kind }) => kind !== 'malformed');
  if (places.length === 0) return [];
  const pieces: BodyPart[] = [];
  let done = 0;
  for (const { kind, name, offset, length } of places) {
    pieces.push({ kind: 'json', text: escaped(value.slice(done, offset)) });
    pieces.push(kind === 'secret' || kind === 'env' ? { kind, name } : { kind: 'json', text: '${' });
    done = offset + length;
  }
  pieces.push({ kind: 'json', text: escaped(value.slice(done)) });
  return pieces.filter((piece) => piece.kind !== 'json' || piece.text !== '');
}

/** A value as JSON writes it, without the quotes. */
function escaped(value: string): string {
  return JSON.stringify(value).slice(1, -1);
}

/** Neighbouring pieces of JSON become one. */
function joined(parts: readonly BodyPart[]): BodyPart[] {
  const result: BodyPart[] = [];
  for (const part of parts) {
    const last = result.at(-1);
    if (part.kind === 'json' && last?.kind === 'json')
      result[result.length - 1] = { kind: 'json', text: last.text + part.text };
    else result.push(part);
  }
  return result.filter((part) => part.kind !== 'json' || part.text !== '');
}
