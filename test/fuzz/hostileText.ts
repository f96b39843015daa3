import fc, { type Arbitrary } from 'fast-check';
import { arbitraryBrokenText, arbitrarySlip } from '../support/arbitraryBrokenText.ts';

/** How a hostile text is made. It is small, so that a failure can print it. */
export interface Recipe {
  readonly before: string;
  readonly repeated: readonly string[];
  readonly after: string;
  /** The size of the text, in characters. */
  readonly size: number;
}

/** Returns the text of a recipe. `#` in a repeated part is replaced by a number that grows. */
export function textOf({ before, repeated, after, size }: Recipe): string {
  const parts: string[] = [before];
  for (let length = before.length, index = 0; length < size; index++) {
    const part = (repeated[index % repeated.length] ?? ' ').replaceAll('#', String(index));
    parts.push(part === '' ? ' ' : part);
    length += Math.max(1, part.length);
  }
  return parts.join('').slice(0, size) + after;
}

/** Any text: random bytes, random nesting, a broken job, or too many elements or properties in a place of a job. @param largest its most characters */
export function arbitraryRecipe(largest: number): Arbitrary<Recipe> {
  const part = fc.oneof(
    { weight: 3, arbitrary: fc.constantFrom(...brackets) },
    { weight: 3, arbitrary: arbitrarySlip() },
    { weight: 4, arbitrary: fc.constantFrom(...elements) },
    { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 20 }) },
    { weight: 1, arbitrary: arbitraryBrokenText() },
  );
  const size = fc.oneof(
    { weight: 2, arbitrary: fc.nat(2000) },
    { weight: 6, arbitrary: fc.integer({ min: largest >> 1, max: largest }) },
  );
  const around = fc.constantFrom(...frames);
  return fc
    .record({ frame: around, repeated: fc.array(part, { minLength: 1, maxLength: 4 }), size, isOpen: fc.boolean() })
    .map(({ frame: [before, after], repeated, size: total, isOpen }) => ({
      before,
      repeated,
      after: isOpen ? '' : after,
      size: total,
    }));
}

export const brackets = ['{', '}', '[', ']', '{]', '[}', '{"a":', '[1},', '{"a":[', '[[', ']]', '}}'];

/** What a rule reports, as many times as fit. `#` becomes a number. */
const elements = [
  '"name":"a",',
  '"unknown_#":1,',
  '"data_loc_#":1,',
  '"TABEL",',
  '"TABLE",',
  '{"principal_name":"a!#","principal_tpye":"USER"},',
  '{"key":"hdfs://a/#","value":"obs//b/#"},',
  '{"key":#,"value":"obs://b","kex":nUll},',
  '"password":"secret#",',
  '“a#”:“b”,',
  "'a',",
  '"a" ',
  '"a":"b\n',
  '${secret:X',
  '1,/* a */',
  '1 ',
  ' ',
  '\r\n',
  '\\x',
  '\\',
  '/',
  'a=b&',
  'password=;',
  '@',
  '~',
  '`',
  '*a ',
  '- ',
  '- <<: *a\n',
  'key_#: 1\n',
  '${secret:A#}',
];

const frames: readonly (readonly [string, string])[] = [
  ['', ''],
  ['{', '}'],
  ['[', ']'],
  ['{"name":"', '"}'],
  // Other formats of a job.
  ['name: a\ntype: METADATA_MIGRATION\nparameter:\n  a: &a [', ']'],
  ['name: a\ntype: METADATA_MIGRATION\nparameter: &a\n', ''],
  ["curl -X POST https://localhost/v1 -d '", "'"],
  ['~~~\n', '\n~~~'],
  ['const job = {', '};'],
  inBlock('METADATA_MIGRATION', '"locations":[', ']'),
  inBlock('METADATA_MIGRATION', '"locations":[{"key":"', '","value":"obs://b"}]'),
  inBlock('METADATA_MIGRATION', '"sync_objects":[', ']'),
  inBlock('METADATA_MIGRATION', '"datasource_parameter":{', '}'),
  inBlock('METADATA_MIGRATION', '"datasource_parameter":{"jdbc_url":"jdbc:mysql://', '"}'),
  inBlock('METADATA_DISCOVERY', '"principals":[', ']'),
  inBlock('METADATA_DISCOVERY', '', ''),
];

/** What is before and after a place in the block of a job. */
function inBlock(type: string, before: string, after: string): readonly [string, string] {
  const start = `{"name":"a_job","type":"${type}","parameter":{"${type.toLowerCase()}_parameter":{`;
  return [start + before, `${after}}}}`];
}
