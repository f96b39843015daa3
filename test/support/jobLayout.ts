import fc, { type Arbitrary } from 'fast-check';

/** A value to be written. It may have properties twice. */
export type JobValue = JobScalar | JobArray | JobObject;

export interface JobScalar {
  /** As written: `1.50`, `"a"`. */
  readonly text: string;
}

export interface JobArray {
  readonly elements: readonly JobValue[];
}

export interface JobObject {
  readonly properties: readonly JobProperty[];
}

export type JobProperty = readonly [name: string, value: JobValue];

/** How a job is written. */
export interface JobLayout {
  readonly unit: string;
  readonly lineBreak: string;
  /** Objects and arrays that are deeper are on one line. */
  readonly linesTo: number;
  readonly space: string;
  /** Comments, each at the gap between two tokens with its number; the gaps are counted round and round. */
  readonly comments: readonly (readonly [gap: number, comment: string])[];
  readonly end: string;
}

/** What can be between two tokens. A line comment ends its line. */
const comments = [
  '// every night',
  '// "name": "other", }',
  '//',
  '/* all of them */',
  '/**/',
  '/* { "type": 1, */',
  '/* on two\nlines */',
];

export function arbitraryLayout(): Arbitrary<JobLayout> {
  const comment = fc.tuple(fc.nat(10_000), fc.constantFrom(...comments));
  return fc.record({
    unit: fc.constantFrom('  ', '    ', '\t'),
    lineBreak: fc.constantFrom('\n', '\n', '\r\n'),
    linesTo: fc.constantFrom(0, 1, 2, 3, 9, 9, 9),
    space: fc.constantFrom(' ', ' ', '', '  '),
    comments: fc.oneof(fc.constant([]), fc.constant([]), fc.array(comment, { maxLength: 4 })),
    end: fc.constantFrom('', '\n', ' \n'),
  });
}

/** The text of a value in a layout. */
export function printed(value: JobValue, layout: JobLayout): string {
  const tokens = tokensOf(value, layout, 0);
  const gaps = new Map<number, string>();
  for (const [number, comment] of layout.comments) {
    const gap = number % (tokens.length + 1);
    const written = comment.startsWith('//') ? comment + layout.lineBreak : comment;
    gaps.set(gap, `${gaps.get(gap) ?? ''}${layout.space}${written.replace(/\r?\n/, layout.lineBreak)}`);
  }
  return (
    tokens.map((token, index) => (gaps.get(index) ?? '') + token).join('') +
    (gaps.get(tokens.length) ?? '') +
    layout.end
  );
}

/** The tokens of a value, each with the white space behind it. */
function tokensOf(value: JobValue, layout: JobLayout, depth: number): string[] {
  if ('text' in value) return [value.text];
  if ('elements' in value) {
    const elements = value.elements.map((element) => tokensOf(element, layout, depth + 1));
    return block('[', elements, ']', layout, depth);
  }
  const properties = value.properties.map(([name, inner]) => [
    JSON.stringify(name),
    `:${layout.space}`,
    ...tokensOf(inner, layout, depth + 1),
  ]);
  return block('{', properties, '}', layout, depth);
}

function block(open: string, parts: readonly string[][], close: string, layout: JobLayout, depth: number): string[] {
  const hasLines = depth < layout.linesTo;
  const lineStart = (level: number): string => (hasLines ? layout.lineBreak + layout.unit.repeat(level) : '');
  if (parts.length === 0) return [open, close];
  const between = hasLines ? lineStart(depth + 1) : layout.space;
  return [
    open + lineStart(depth + 1),
    ...parts.flatMap((part, index) => [...part, index < parts.length - 1 ? `,${between}` : lineStart(depth)]),
    close,
  ];
}
