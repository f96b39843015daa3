import { unescapedViews } from './escapes.ts';
import { variantsOf } from './readings.ts';

/** The texts by which secrets are found. */
export interface SecretForms {
  /** Long ones: found wherever they are, and so are their parts. */
  readonly anywhere: readonly string[];
  /** Short ones: found where they are words of their own. */
  readonly words: readonly string[];
}

/** Shorter secrets are in ordinary texts, too, so they are looked for as words. */
const shortestAnywhere = 8;

/** Shorter secrets aren't looked for within a text. */
const shortestWord = 3;

/** Returns the texts by which secrets are found in the readings of a text. */
export function secretForms(secrets: readonly string[]): SecretForms {
  const forms = [...new Set(secrets.flatMap(formsOf))];
  return {
    anywhere: [...new Set(forms.flatMap(variantsOf))].filter(({ length }) => length >= shortestAnywhere),
    words: forms.filter(({ length }) => length >= shortestWord && length < shortestAnywhere),
  };
}

/** A secret unchanged, and with what looks like an escape decoded, in characters and in bytes. */
function formsOf(secret: string): string[] {
  const texts = [...unescapedViews({ text: secret })].map(({ text }) => text);
  return [...texts, ...texts.map(bytesOf)];
}

/** A text in UTF-8, a character for each byte. */
function bytesOf(text: string): string {
  return Array.from(new TextEncoder().encode(text), (byte) => String.fromCharCode(byte)).join('');
}
