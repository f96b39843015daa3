import { shortened } from '../api/excerpt.ts';

/**
 * Returns a text of the service as part of a sentence: in one line, without characters that change how others are
 * shown, without its full stop, and with at most `limit` characters.
 */
export function quoted(text: string, limit: number): string {
  const line = text.replace(/[\s\p{Cc}\p{Cf}\p{Cs}]+/gu, ' ').trim();
  let end = line.length;
  while (end > 0 && '. '.includes(line.charAt(end - 1))) end--;
  return shortened(line.slice(0, end), limit);
}
