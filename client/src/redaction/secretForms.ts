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

/** Whether a secret is long enough to be found wherever it is: a shorter one is a word of other texts, too, such as a user's name. */
export function isFoundAnywhere(secret: string): boolean {
  return secret.length >= shortestAnywhere;
}

/** Returns the texts by which secrets are found in the readings of a text. */
export function secretForms(secrets: readonly string[]): SecretForms {
  const forms = [...new Set(secrets.flatMap(formsOf))];
  return {
    anywhere: [...new Set(forms.flatMap(variantsOf))].filter(isFoundAnywhere),
    words: forms.filter((form) => form.length >= shortestWord && !isFoundAnywhere(form)),
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
