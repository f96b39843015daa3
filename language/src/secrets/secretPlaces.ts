import type { Node } from 'jsonc-parser';
import type { Path } from '../documents/locate.ts';
import type { ParsedDocument } from '../documents/parse.ts';
import type { Span } from '../documents/range.ts';
import { referencePlacesIn, unescaped } from '../documents/reference.ts';
import { stringOffsets } from '../documents/stringOffsets.ts';
import { pathTo, visitValues } from '../documents/visitValues.ts';
import { generousPasswords, hasNoPassword } from './address.ts';
import { isSecretName } from './hidden.ts';

/** A part of a job's text that is a secret. Offset and length are those in the document, in UTF-16 units. */
export interface SecretPlace extends Span {
  /** A whole scalar value, with its quotes; or a password within an address, inside its quotes. */
  readonly kind: 'value' | 'addressPart';
  /** Whether it is written within quotes: a number isn't. */
  readonly isQuoted: boolean;
  /** The property that makes the value a secret; of an address, the one that holds it. */
  readonly property: string;
  /** The path of the scalar value. */
  readonly path: Path;
  /** The secret as sent; for a number, as written. */
  readonly value: string;
}

type JobText = Pick<ParsedDocument, 'text' | 'tree'>;

/** Whether `${secret:…}` in a text is a reference, or text of its own because the references are resolved. */
type References = 'written' | 'resolved';

/**
 * Returns everything in a job that is a secret, in the order of the text: the strings and numbers anywhere within a
 * property that has the name of a secret, and the passwords in addresses. References aren't secrets.
 */
export function secretPlaces({ text, tree }: JobText, references: References = 'written'): SecretPlace[] {
  const places: SecretPlace[] = [];
  const sent = (value: string): string => (references === 'written' ? unescaped(value) : value);
  if (tree === undefined) return places;
  visitValues(tree, '', {
    property: (key, around) => propertyAround(around, String(key.value)),
    scalar: (node, property, step) => {
      const { type, offset, length } = node;
      if (isSecretValue(node, property, references)) {
        const value = type === 'number' ? text.slice(offset, offset + length) : sent(String(node.value));
        places.push({
          kind: 'value',
          isQuoted: type === 'string',
          offset,
          length,
          property,
          path: pathTo(step),
          value,
        });
      } else if (type === 'string' && !isSecretName(property)) {
        for (const { password, ...span } of addressPasswords(text, node, references)) {
          const value = sent(password);
          places.push({ kind: 'addressPart', isQuoted: true, ...span, property, path: pathTo(step), value });
        }
      }
    },
  });
  return places;
}

/** The property that decides whether a value within `name` is a secret: the outermost that has the name of one. */
export function propertyAround(around: string, name: string): string {
  return isSecretName(around) ? around : name;
}

/**
 * Whether a scalar value within a property is a secret as a whole. Null, true, false, and the empty string reveal
 * nothing, and references only name where the secret is kept.
 */
export function isSecretValue(
  { type, value }: Pick<Node, 'type' | 'value'>,
  property: string,
  references: References = 'written',
): boolean {
  if (!isSecretName(property)) return false;
  if (type !== 'string') return type === 'number';
  return value !== '' && (references === 'resolved' || !isOnlyReferences(String(value)));
}

function isOnlyReferences(value: string): boolean {
  const places = referencePlacesIn(value).filter(({ kind }) => kind === 'secret' || kind === 'env');
  return places.length > 0 && places.reduce((total, { length }) => total + length, 0) === value.length;
}

function addressPasswords(text: string, node: Node, references: References): (Span & { readonly password: string })[] {
  const address = String(node.value);
  if (hasNoPassword(address)) return [];
  const passwords = references === 'written' ? generousPasswords(address) : generousPasswords(address, []);
  if (passwords.length === 0) return [];
  const at = stringOffsets(text, node);
  // The parts of a string that JSON can't read can't be distinguished.
  if (at === undefined) return [{ offset: node.offset, length: node.length, password: address }];
  return passwords.map(({ offset, length }) => ({
    offset: at(offset),
    length: at(offset + length) - at(offset),
    password: address.slice(offset, offset + length),
  }));
}
