import { decoded, squeezed } from './views.ts';

/** A text to look for. */
export interface SecretForm {
  readonly text: string;
  /** Whether it is masked only where it is a word of its own. */
  readonly isWord: boolean;
}

/** Shorter secrets are looked for as words, as they are. */
const shortestAnywhere = 8;

/** Shorter secrets aren't looked for within a text. */
const shortestWord = 3;

/** Returns the texts by which a secret is found in the views of a text; none for a secret of 1 or 2 characters. */
export function secretForms(secret: string): SecretForm[] {
  const plain = [secret, decoded(secret)];
  if (secret.length < shortestAnywhere) {
    return formsOf(plain, true, shortestWord);
  }
  const bytes = new TextEncoder().encode(secret);
  const encoded = [...plain, ...hexadecimal(bytes), ...base64(bytes)];
  return formsOf([...encoded, ...encoded.map(squeezed)], false, shortestAnywhere);
}

function formsOf(texts: readonly string[], isWord: boolean, shortest: number): SecretForm[] {
  return [...new Set(texts)].filter(({ length }) => length >= shortest).map((text) => ({ text, isWord }));
}

function hexadecimal(bytes: Uint8Array): string[] {
  const digits = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return [digits, digits.toUpperCase()];
}

/**
 * What Base64 has of the bytes wherever they are in a larger text: 0, 1, or 2 bytes after the beginning of a group of three.
 * Characters that depend on the bytes around are left out.
 */
function base64(bytes: Uint8Array): string[] {
  const text = Array.from(bytes, (byte) => String.fromCharCode(byte)).join('');
  return [0, 1, 2].flatMap((before) => {
    const whole = Math.floor(((before + bytes.length) * 8) / 6);
    const standard = btoa('\0'.repeat(before) + text).slice(Math.ceil((before * 8) / 6), whole);
    return [standard, standard.replaceAll('+', '-').replaceAll('/', '_')];
  });
}
