import { jobSchema } from '../../generated/jobSchema.js';
import type { JsonSchema } from '../../schema/jsonSchema.ts';

/** Whether an address may hold a password, which is not to be shown. */
export function mayHoldPassword(address: string): boolean {
  return /@|(?:password|pwd)=/i.test(address);
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
