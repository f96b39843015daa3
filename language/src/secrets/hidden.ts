import { jobSchema } from '../generated/jobSchema.js';
import type { JsonSchema } from '../schema/jsonSchema.ts';
import { generousPasswords, hasNoPassword, isAddress, secretParameter } from './address.ts';

/** Whether an address may hold a password, which is not to be shown. */
export function mayHoldPassword(address: string): boolean {
  return address.includes('@') || secretParameter(address) !== undefined;
}

/**
 * An address as it can be shown on a line: without its generous passwords, the user before its host, and what follows
 * `password=` in any text.
 */
export function withoutPassword(address: string): string {
  if (hasNoPassword(address)) return address;
  const masked = generousPasswords(address).reduceRight(
    (text, { offset, length }) => text.slice(0, offset) + hidden + text.slice(offset + length),
    address,
  );
  const host = isAddress(address) ? masked.lastIndexOf('@') : -1;
  const scheme = masked.slice(0, Math.max(host, 0)).search(/(?<=:\/\/)/);
  const shown = host < 0 ? masked : masked.slice(0, Math.max(scheme, 0)) + hidden + masked.slice(host);
  const password = secretParameter(shown);
  return password ? shown.slice(0, password.value) + hidden : shown;
}

/** What is shown for a secret. */
export const hidden = '••••';

/** Whether a member holds a secret, going by its name: also one that stands where the API knows none. */
export function isSecretName(name: string): boolean {
  return secretNames.test(name);
}

/**
 * Whether a place of a text that is not JSON may be the value of a secret: its line or the one before names one. Then what
 * stands there is not repeated.
 */
export function isNearSecret(text: string, offset: number, length: number): boolean {
  const lineStart = text.lastIndexOf('\n', offset - 1);
  const from = Math.max(0, offset - reach, text.lastIndexOf('\n', lineStart - 1));
  return secretNames.test(text.slice(from, offset + Math.min(length, reach)));
}

/** As far as a long line is looked at. */
const reach = 1000;

const secretNames = new RegExp(namesIn(jobSchema).join('|'), 'i');

function namesIn(schema: JsonSchema): string[] {
  return Object.entries(schema.properties ?? {}).flatMap(([name, inner]) =>
    inner['x-secret'] === true ? [name] : namesIn(inner),
  );
}
