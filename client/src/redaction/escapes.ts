import { characterOf } from './entities.ts';
import { replaced, type View } from './view.ts';

/** Texts are escaped within each other, such as a URL in HTML in JSON in JSON, but not more often than this. */
const mostLevels = 8;

/** Escapes of JSON, of other languages and logs (`\x2f`), of URLs by their bytes, of old scripts (`%u002f`), and of HTML. */
const escapes =
  /\\(?:u[0-9A-Fa-f]{4}|x[0-9A-Fa-f]{2}|["\\/bfnrt])|%(?:[0-9A-Fa-f]{2}|u[0-9A-Fa-f]{4})|&(?:#[0-9]{1,7}|#[xX][0-9A-Fa-f]{1,6}|[A-Za-z]{2,8});/g;

/**
 * Yields a view, and what it reads as with its escapes decoded, and those that come out of them.
 * @param change what is done to each view
 */
export function* unescapedViews(view: View, change: (view: View) => View = (same) => same): Generator<View> {
  let next: View | undefined = view;
  for (let level = 0; next && level <= mostLevels; level++) {
    const current = change(next);
    yield current;
    next = unescapedView(current);
  }
}

/** Returns a view with its escapes decoded; `undefined` where there are none. */
function unescapedView(view: View): View | undefined {
  return /[\\%&]/.test(view.text) ? replaced(view, escapes, characterFor) : undefined;
}

const controls: Readonly<Record<string, string>> = { b: '\b', f: '\f', n: '\n', r: '\r', t: '\t' };

/** The character of an escape, of a URL the byte; the escape itself if it has none. */
function characterFor(escape: string): string {
  const second = escape.charAt(1);
  switch (escape.charAt(0)) {
    case '\\':
      return 'ux'.includes(second) ? String.fromCharCode(parseInt(escape.slice(2), 16)) : (controls[second] ?? second);
    case '%':
      return String.fromCharCode(parseInt(escape.slice(second === 'u' ? 2 : 1), 16));
    default:
      return characterOf(escape.slice(1, -1)) ?? escape;
  }
}
