import { passwordsIn } from '../../../server/src/rules/secrets/address.ts';
import { isSecretName } from '../../../server/src/rules/secrets/hidden.ts';

/** What must not be shown of a member's text: all of it, going by the member's name, or the passwords in an address. */
export function secretsIn(member: string, text: string): readonly string[] {
  if (text === '') return [];
  if (isSecretName(member)) return [text];
  if (!text.includes('://') && !text.startsWith('jdbc:')) return [];
  return passwordsIn(text).map(({ offset, length }) => text.slice(offset, offset + length));
}
