/**
 * How many more characters are masked than shown: a secret that the limit goes through has enough of its characters there to
 * be found.
 */
const margin = 1000;

/**
 * Returns the beginning of a text from the service: at most `limit` characters, without the secrets that were sent. What
 * is behind isn't looked at, and no part of a secret that is cut off is shown.
 */
export function excerpt(text: string, limit: number, redact: (text: string) => string): string {
  const longest = limit + margin;
  if (text.length <= longest) return shortened(redact(text), limit);
  // The beginning of a secret at the end of what is masked may be too short to be found.
  return shortened(`${redact(text.slice(0, longest)).slice(0, -margin)}…`, limit);
}

/** Returns a text with at most `limit` characters: a longer one ends with an ellipsis. */
export function shortened(text: string, limit: number): string {
  if (text.length <= limit) return text;
  const shown = text.slice(0, limit - 1);
  // Half of a character that takes two code units isn't shown.
  return `${shown.replace(/[\ud800-\udbff]$/, '')}…`;
}

/** Returns the words of a page of HTML, without its markup, scripts, and style sheets. Takes one pass. */
export function wordsOf(page: string): string {
  const words: string[] = [];
  let end = 0;
  for (let start = page.indexOf('<'); start >= 0; start = page.indexOf('<', end)) {
    const tagEnd = page.indexOf('>', start) + 1;
    if (tagEnd === 0) break;
    words.push(page.slice(end, start));
    end = elementEnd(page, start, tagEnd);
  }
  return [...words, page.slice(end)].join(' ').replace(/\s+/g, ' ').trim();
}

/** Where a script or style sheet ends; of any other element, where its tag does. */
function elementEnd(page: string, start: number, tagEnd: number): number {
  const [, name] = /^<(script|style)\b/i.exec(page.slice(start, start + 8)) ?? [];
  if (name === undefined) return tagEnd;
  const closing = new RegExp(`</${name}`, 'gi');
  closing.lastIndex = tagEnd;
  const end = closing.test(page) ? page.indexOf('>', closing.lastIndex) : -1;
  return end < 0 ? page.length : end + 1;
}
