/** A text that stands for another one. */
export interface Encoded {
  readonly text: string;
  /** For each UTF-16 unit of it, the index of the character of the other text that it is written for. */
  readonly origins: readonly number[];
}

/** A way to write a text. */
export interface Encoding {
  readonly name: string;
  /** Whether it writes bytes in digits: then a part of it can begin and end anywhere. */
  readonly isOfDigits: boolean;
  readonly encode: (encoded: Encoded) => Encoded;
}

/** A text that stands for itself. */
export function unencoded(text: string): Encoded {
  return { text, origins: Array.from(text).flatMap((character, index) => Array.from(unitsOf(character), () => index)) };
}

/** The offsets in an encoded text where the form of a character begins, and its end. */
export function edgesOf({ text, origins }: Encoded): number[] {
  const begins = origins.flatMap((origin, index) => (origin === origins[index - 1] ? [] : [index]));
  return [...begins, text.length];
}

/** The least parts of an encoded text that stand for so many characters, and are so long. */
export function* partsOf(encoded: Encoded, count: number, shortest = 0): Generator<string> {
  const edges = edgesOf(encoded);
  for (const [index, start] of edges.entries()) {
    // A line break at an end isn't a part of it.
    const end = edges.slice(index + count).find((edge) => encoded.text.slice(start, edge).trim().length >= shortest);
    if (end !== undefined) yield encoded.text.slice(start, end);
  }
}

/** The ways in which services, gateways, and proxies are known to write what they repeat. */
export const encodings: readonly Encoding[] = [
  byCharacter('JSON', json),
  byCharacter('JSON with escaped slashes', (one) => (one === '/' ? '\\/' : json(one))),
  byCharacter('JSON with every character escaped', (one) => escapedUnits(one)),
  byCharacter('JSON with the characters of HTML and bases escaped', (one) =>
    /[&<>'"+/=]/.test(one) ? escapedUnits(one) : json(one),
  ),
  byCharacter('the escapes of logs', (one) => (/[ -!#-[\]-~]/.test(one) ? one : bytesOf(one, '\\x'))),
  byCharacter('the escapes of logs for every byte', (one) => bytesOf(one, '\\x')),
  byCharacter('the escapes of old scripts', (one) => escapedUnits(one).replaceAll('\\', '%')),
  byCharacter('a URL', (one) => encodeURIComponent(one)),
  byCharacter('a URL in lower case', (one) =>
    encodeURIComponent(one).replace(/%../g, (escape) => escape.toLowerCase()),
  ),
  byCharacter('a URL that leaves what URLs are made of', (one) => encodeURI(one)),
  byCharacter('a form', (one) => new URLSearchParams([['', one]]).toString().slice(1)),
  byCharacter('percent-encoded bytes', (one) => bytesOf(one, '%')),
  byCharacter('HTML', (one) => htmlNames.get(one) ?? one),
  byCharacter('HTML with hexadecimal references', (one) =>
    /[&<>"'/=+`]/.test(one) ? `&#x${codeOf(one).toUpperCase()};` : one,
  ),
  byCharacter('HTML with every character a hexadecimal reference', (one) => `&#x${codeOf(one)};`),
  byCharacter('HTML with decimal references', (one) => (/\w/.test(one) ? one : `&#${one.codePointAt(0) ?? 0};`)),
  byCharacter('lines of 8', (one, index) => (index % 8 === 7 ? `${one}\n` : one)),
  byCharacter('lines of 20, indented', (one, index) => (index % 20 === 19 ? `${one}\r\n    ` : one)),
  inDigits('Base64', 6, (bytes) => bytes.toString('base64')),
  inDigits('Base64 for URLs', 6, (bytes) => bytes.toString('base64url')),
  inDigits('hexadecimal', 4, (bytes) => bytes.toString('hex')),
  inDigits('hexadecimal in upper case', 4, (bytes) => bytes.toString('hex').toUpperCase()),
];

const htmlNames = new Map([
  ['&', '&amp;'],
  ['<', '&lt;'],
  ['>', '&gt;'],
  ['"', '&quot;'],
  ["'", '&apos;'],
  ['/', '&sol;'],
  ['=', '&equals;'],
]);

function byCharacter(name: string, write: (character: string, index: number) => string): Encoding {
  return {
    name,
    isOfDigits: false,
    encode: ({ text, origins }) => {
      const written: string[] = [];
      const writtenOrigins: number[] = [];
      let unit = 0;
      for (const [index, character] of Array.from(text).entries()) {
        const one = write(character, index);
        written.push(one);
        writtenOrigins.push(...new Array<number>(one.length).fill(origins[unit] ?? 0));
        unit += character.length;
      }
      return { text: written.join(''), origins: writtenOrigins };
    },
  };
}

function inDigits(name: string, bitsOfDigit: number, write: (bytes: Buffer) => string): Encoding {
  return {
    name,
    isOfDigits: true,
    encode: ({ text, origins }) => {
      let unit = 0;
      const originsOfBytes = Array.from(text).flatMap((character) => {
        const origin = origins[unit] ?? 0;
        unit += character.length;
        return Array.from(Buffer.from(character), () => origin);
      });
      const written = write(Buffer.from(text));
      const byteOf = (digit: number): number =>
        Math.min(originsOfBytes.length - 1, Math.floor((digit * bitsOfDigit) / 8));
      return { text: written, origins: Array.from(unitsOf(written), (_, digit) => originsOfBytes[byteOf(digit)] ?? 0) };
    },
  };
}

function unitsOf(text: string): string[] {
  return text.split('');
}

function json(text: string): string {
  return JSON.stringify(text).slice(1, -1);
}

function escapedUnits(character: string): string {
  return unitsOf(character)
    .map((unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
    .join('');
}

/** The bytes of a text in hexadecimal, each behind a prefix. */
function bytesOf(text: string, prefix: string): string {
  return Array.from(Buffer.from(text), (byte) => prefix + hex(byte)).join('');
}

function codeOf(character: string): string {
  return (character.codePointAt(0) ?? 0).toString(16);
}

function hex(byte: number): string {
  return byte.toString(16).padStart(2, '0');
}
