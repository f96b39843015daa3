import fc, { type Arbitrary } from 'fast-check';
import { arbitraryJob } from './arbitraryJobs.ts';

/** Makes one mistake in a text; `at` is the place, counted round and round. */
type Mistake = (text: string, at: number) => string;

/** The text of a random job in which someone has made one or more mistakes of JSON. */
export function arbitraryBrokenText(): Arbitrary<string> {
  const mistake = fc.tuple(fc.constantFrom(...mistakes), fc.nat(1_000_000));
  return fc
    .tuple(arbitraryJob(), fc.array(mistake, { minLength: 1, maxLength: 4 }))
    .map(([job, made]) => made.reduce((text, [make, at]) => make(text, at), job));
}

/** Any text: characters of all kinds, or tokens of JSON and of what is taken for JSON in any order. */
export function arbitraryText(): Arbitrary<string> {
  return fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.string({ unit: 'grapheme' }),
    fc.string({ unit: fc.constantFrom(...insertions, '{', '}', '"name"', '"type"', '[', ':', ' ', '\r\n', '1', '-') }),
  );
}

/** What a slip of the hand puts into a text. */
export function arbitrarySlip(): Arbitrary<string> {
  return fc.constantFrom(...insertions);
}

/** What ends up in a text by a slip of the hand, or by copying it from elsewhere. */
const insertions = [
  ...[',', ',,', ':', '{', '}', '[', ']', '"', "'", '`', '\\', '\\u12', '\n', '\t', '\0', '/', '-', '0', '.', '#', '$'],
  ...[
    '//',
    '// note\n',
    '/*',
    '*/',
    '/* note */',
    '\ufeff',
    '\u00a0',
    '\u2028',
    '\u200b',
    '，',
    '：',
    '｛',
    '］',
    '“',
    '’',
  ],
  ...[
    '\ud83d',
    '\ude00',
    '🐟',
    '备注',
    'true',
    'None',
    'NaN',
    'undefined',
    'yes',
    '0x1F',
    '1.',
    '=>',
    ';',
    '...',
    '\u0085',
  ],
];

const otherQuotes = ["''", '““', '“”', '‘’', '``', '＂＂', '"', ''];

const mistakes: readonly Mistake[] = [
  ...insertions.map(
    (inserted): Mistake =>
      (text, at) =>
        splice(text, at % (text.length + 1), 0, inserted),
  ),
  ...otherQuotes.flatMap((quotes): Mistake[] => [quoteOne(quotes), quoteOne(quotes)]),
  ...[',', ',', ':', '"', '{', '}', '[', ']', '\\', '\n'].flatMap((character): Mistake[] => [
    replaceOne(character, ''),
    replaceOne(character, character + character),
  ]),
  replaceOne(',', '，'),
  replaceOne(':', '：'),
  replaceOne(':', '='),
  replaceOne('{', '｛'),
  replaceOne('}', ']'),
  replaceOne(' ', '\u3000'),
  replaceOne('}', ',}'),
  replaceOne(']', ', ]'),
  replaceOne('e', '\n'),
  (text, at) => text.slice(0, at % (text.length + 1)),
  (text, at) => text.slice(at % (text.length + 1)),
  (text, at) => splice(text, at % (text.length + 1), 1 + (at % 20), ''),
  (text, at) => text + text.slice(at % (text.length + 1)),
  (text) => `\ufeff${text}`,
  (text) => text.replaceAll('"', "'"),
  (text) => text.replace(/"(\w+)":/g, '$1:'),
  (text) => text.replaceAll(',', ''),
  (text) => text.replaceAll('\n', '\r'),
];

function replaceOne(searched: string, replacement: string): Mistake {
  return (text, at) => {
    const parts = text.split(searched);
    if (parts.length === 1) return text;
    const before = 1 + (at % (parts.length - 1));
    return parts.slice(0, before).join(searched) + replacement + parts.slice(before).join(searched);
  };
}

/** @param quotes the opening and closing one, or none */
function quoteOne(quotes: string): Mistake {
  return (text, at) => {
    const texts = [...text.matchAll(/"(?:[^"\\\r\n]|\\.)*"/g)];
    const found = texts[at % texts.length];
    if (found === undefined) return text;
    const [whole] = found;
    return splice(text, found.index, whole.length, quotes.charAt(0) + whole.slice(1, -1) + quotes.charAt(1));
  };
}

function splice(text: string, start: number, length: number, inserted: string): string {
  return text.slice(0, start) + inserted + text.slice(start + length);
}
