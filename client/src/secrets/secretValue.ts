import { generousPasswords, strictPasswords } from '../../../language/src/secrets/address.ts';
import type { SecretPlace } from '../../../language/src/secrets/secretPlaces.ts';

/** Of an address that is made to have many parts, no more are looked for. */
const mostParts = 40;

/** Shorter texts are in ordinary ones too, which would be masked with them. */
const shortest = 3;

/** A cut-off secret is masked from this length on without being listed here. */
const longestBeginning = 12;

/**
 * Returns the texts that must not be shown of a job: its secrets, and of a password in an address also the parts that a
 * driver may take for the password and repeat in an error.
 * @param text the job's text, with its references resolved
 */
export function secretTexts(text: string, places: readonly SecretPlace[]): string[] {
  const texts = places.flatMap(({ kind, value, offset, length }) => {
    if (kind === 'value') return [value];
    // What is too short to be looked for by itself is known by the characters around it.
    return value.length < shortest ? [text.slice(offset - 1, offset + length + 1)] : passwordTexts(value);
  });
  return [...new Set(texts)];
}

/** An address that is sent without its generous passwords, to be compared. */
export function withoutPasswords(address: string): string {
  return generousPasswords(address, []).reduceRight(
    (text, { offset, length }) => text.slice(0, offset) + text.slice(offset + length),
    address,
  );
}

/**
 * Whether an address that the service shows is one that was sent, or may be it with another password: that isn't compared. Where
 * both have the same one, what follows it is compared, too.
 */
export function isSameAddress(sent: string, shown: string): boolean {
  if (sent === shown) return true;
  if (withoutPasswords(sent) !== withoutPasswords(shown)) return false;
  const [passwords, shownPasswords] = [sent, shown].map((address) =>
    strictPasswords(address).map(({ offset, length }) => address.slice(offset, offset + length)),
  );
  return passwords?.length === 0 || JSON.stringify(passwords) !== JSON.stringify(shownPasswords);
}

function passwordTexts(password: string): string[] {
  return [password, ...beginnings(password.slice(0, longestBeginning)), ...pieces(password)]
    .flatMap((part) => [part, decoded(part)])
    .filter((part) => part.length >= shortest);
}

/** What is before each character that may end a password. */
function beginnings(password: string): string[] {
  return Array.from(password.matchAll(/[@&;]/g), ({ index }) => password.slice(0, index));
}

/** What is between the characters that may divide an address, but for the parameters after the password. */
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
