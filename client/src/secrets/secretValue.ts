import type { Span } from '../../../language/src/documents/range.ts';
import { generousPasswords } from '../../../language/src/secrets/address.ts';
import { isSecretName } from '../../../language/src/secrets/hidden.ts';

export { generousPasswords, isSecretName };

/** Shorter texts stand in ordinary ones too, of which hiding them would leave nothing to read. */
const shortest = 3;

/** Of an address that is made to have many parts, no more are looked for. */
const mostParts = 40;

/**
 * What must not be shown of a member's text that is sent: all of it, going by the member's name, or the generous passwords
 * in an address and the parts of them that a driver may take for one.
 */
export function secretsIn(member: string, text: string): readonly string[] {
  if (text === '') return [];
  if (isSecretName(member)) return [text];
  return [...new Set(generousPasswords(text, []).flatMap((span) => searched(text, span)))];
}

/** An address that is sent without its generous passwords, to be compared. */
export function withoutPasswords(address: string): string {
  return generousPasswords(address, []).reduceRight(
    (text, { offset, length }) => text.slice(0, offset) + text.slice(offset + length),
    address,
  );
}

function searched(address: string, { offset, length }: Span): string[] {
  const whole = address.slice(offset, offset + length);
  // What is too short to be looked for on its own is known by what stands around it.
  if (length < shortest) return [address.slice(offset - 1, offset + length + 1)];
  return [whole, ...beginnings(whole), ...pieces(whole)]
    .flatMap((part) => [part, decoded(part)])
    .filter((part) => part.length >= shortest);
}

/** Up to each character that may end a password. */
function beginnings(password: string): string[] {
  const parts = password.split(/([@&;])/, 2 * mostParts);
  return parts.flatMap((part, index) => (/^[@&;]$/.test(part) ? [parts.slice(0, index).join('')] : []));
}

/** What stands between the characters that may divide an address; parameters have a name that is no secret. */
function pieces(password: string): string[] {
  return password.split(/[@/:&;?#,(){}"'\s]/, mostParts).filter((piece) => !/^[\w.-]+=/.test(piece));
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
