import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  misplacedReference,
  referredIn,
  resolveReferences,
  type LookUp,
} from '../../../../client/src/secrets/resolve.ts';
import { referencePlacesIn } from '../../../../language/src/documents/reference.ts';
import { runs } from '../../../support/fastCheck.ts';

const values: Readonly<Record<string, string>> = {
  'secret:DB': 'w"o\\rd',
  'secret:odd.name-1': '${env:HOST}',
  'env:HOST': 'db.example',
  'env:PORT': '3306',
  'env:EMPTY': '',
  'env:CONTROL': 'a\tb\u0000é',
};
const lookUp: LookUp = ({ kind, name }) => values[`${kind}:${name}`];

const bodyOf = (text: string): string | undefined => resolveReferences(text, lookUp)?.body;

describe('a reference', () => {
  test.each([
    ['as all of a text', '{"a": "${env:HOST}"}', '{"a": "db.example"}'],
    ['within a text', '{"a":"jdbc:mysql://${env:HOST}:${env:PORT}/m"}', '{"a":"jdbc:mysql://db.example:3306/m"}'],
    ['in an array', '[ "${env:PORT}", 1 ]', '[ "3306", 1 ]'],
    ['as the whole document', '"${env:PORT}"', '"3306"'],
    ['with what JSON escapes', '{"a": "${secret:DB}"}', '{"a": "w\\"o\\\\rd"}'],
    ['with control characters', '{"a": "${env:CONTROL}"}', '{"a": "a\\tb\\u0000é"}'],
    ['with nothing', '{"a": "x${env:EMPTY}y"}', '{"a": "xy"}'],
    ['beside escapes, which stay', '{"a": "\\u00e9\\/${env:PORT}\\n\\"ü"}', '{"a": "\\u00e9\\/3306\\n\\"ü"}'],
    ['that is written in escapes', '{"a": "\\u0024\\u007benv:PORT}"}', '{"a": "3306"}'],
    ['beside a pair of surrogates', '{"a": "😀\\ud83d\\ude00${env:PORT}😀"}', '{"a": "😀\\ud83d\\ude003306😀"}'],
    ['whose value looks like one, once', '{"a": "${secret:odd.name-1}"}', '{"a": "${env:HOST}"}'],
    ['behind a text with quotes and backslashes', '{"\\\\":"\\"", "a":"${env:PORT}"}', '{"\\\\":"\\"", "a":"3306"}'],
  ])('is filled in %s', (_, text, body) => {
    expect(bodyOf(text)).toBe(body);
  });

  test.each([
    ['$${ becomes ${', '{"a": "$${env:HOST} and $${"}', '{"a": "${env:HOST} and ${"}'],
    ['$${ beside a reference', '{"a": "$${${env:PORT}"}', '{"a": "${3306"}'],
    ['$${ in escapes', '{"a": "\\u0024$\\u007bx}"}', '{"a": "$\\u007bx}"}'],
  ])('%s', (_, text, body) => {
    expect(bodyOf(text)).toBe(body);
  });

  test.each([
    ['the name of a property', '{"${env:HOST}" : 1, "$${": 2}'],
    ['what is none', '{"a": "${HOST} ${secret:} ${vault:X} ${env:HOST"}'],
    ['one without a value', '{"a": "${env:UNKNOWN}"}'],
    ['any other text', '{ "a" : [ 1.50, true, null, "\\u0041 $ {} \\/" ] }\n'],
    ['nothing', ''],
  ])('doesn’t change %s', (_, text) => {
    expect(bodyOf(text)).toBe(text);
  });
});

test('what was used is returned once each, in the order of the text, with the secrets apart', () => {
  const text = '{"b": "${env:PORT}", "a": ["${secret:DB}", "${env:PORT}${env:UNKNOWN}$${x}"]}';
  expect(resolveReferences(text, lookUp)).toMatchObject({
    used: [
      { kind: 'env', name: 'PORT' },
      { kind: 'secret', name: 'DB' },
    ],
    secrets: [values['secret:DB']],
  });
  expect(referredIn(text)).toEqual([
    { kind: 'env', name: 'PORT' },
    { kind: 'secret', name: 'DB' },
    { kind: 'env', name: 'UNKNOWN' },
  ]);
});

test.each([
  ['{"name": "nightly", "description": "${env:STAGE}"}', undefined],
  ['{"name": "nightly_$${env:STAGE}"}', undefined],
  ['{"parameter": {"name": "${env:STAGE}", "type": ["${env:STAGE}"]}}', undefined],
  ['{"name": "nightly_${env:STAGE}"}', { property: 'name', reference: '${env:STAGE}' }],
  ['{"name": "${secret:DB}", "name": "nightly"}', { property: 'name', reference: '${secret:DB}' }],
  ['{"na\\u006de": "\\u0024{env:STAGE}"}', { property: 'name', reference: '${env:STAGE}' }],
  ['{"name": "nightly", "type": "${env:STAGE}"}', { property: 'type', reference: '${env:STAGE}' }],
])('the misplaced reference of %s is %j', (text, reference) => {
  expect(misplacedReference(text)).toEqual(reference);
});

describe('12 MB, as UTF-8,', () => {
  const megabyte = 1024 * 1024;
  const padded = (size: number, padding = 'x'): string => `{"a":"${padding.repeat(size)}","b":"\${env:X}"}`;

  test.each([
    ['fit', padded(12 * megabyte - 21), 'v'.repeat(6), true],
    ['fit no more with one byte', padded(12 * megabyte - 21), 'v'.repeat(7), false],
    ['fit no more with a longer character', padded(12 * megabyte - 21), 'vvvvvé', false],
    ['are not filled with a long value again and again', `["${'${env:X}'.repeat(1000)}"]`, 'v'.repeat(megabyte), false],
  ])('%s', (_, text, value, fits) => {
    const resolved = resolveReferences(text, () => value);
    expect(resolved !== undefined).toBe(fits);
  });
});

describe('for every job', () => {
  const names = fc.constantFrom('A', 'B_1', '_c');
  const piece = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 8 }),
    fc.constantFrom('$', '${', '$${', '}', '"', '\\', '\u0000', '😀', '\ud800'),
    names.map((name) => `\${env:${name}}`),
    names.map((name) => `\${secret:${name}}`),
  );
  const texts = fc.array(piece, { maxLength: 6 }).map((pieces) => pieces.join(''));
  const value = fc.letrec<{ value: unknown }>((tie) => ({
    value: fc.oneof(
      { maxDepth: 3 },
      texts,
      fc.integer(),
      fc.boolean(),
      fc.constant(null),
      fc.array(tie('value'), { maxLength: 4 }),
      fc.dictionary(texts, tie('value'), { maxKeys: 4, noNullPrototype: true }),
    ),
  })).value;
  /** Some of the units of JSON's texts written as escapes, which is legal everywhere in a text. */
  const written = fc
    .tuple(value, fc.integer({ min: 0, max: 2 }), fc.nat(6))
    .map(([root, indentation, every]) =>
      JSON.stringify(root, null, indentation).replaceAll(
        /\\u[\da-f]{4}|\\.|[${}a-c:]/g,
        (unit, offset: number, whole: string) =>
          unit.length === 1 && every > 0 && offset % (every + 1) === 0 && isInText(whole, offset)
            ? `\\u00${unit.charCodeAt(0).toString(16)}`
            : unit,
      ),
    );
  const lookUps = fc
    .dictionary(
      names.chain((name) => fc.constantFrom(`env:${name}`, `secret:${name}`)),
      fc.string({ unit: 'binary', maxLength: 6 }),
      { noNullPrototype: true },
    )
    .map(
      (known): LookUp =>
        ({ kind, name }) =>
          known[`${kind}:${name}`],
    );

  test('filling in, then parsing, is parsing, then filling in', () => {
    fc.assert(
      fc.property(written, lookUps, (text, known) => {
        const body = resolveReferences(text, known)?.body ?? '';
        expect(JSON.parse(body)).toEqual(substituted(JSON.parse(text), known));
      }),
      runs(1000),
    );
  });

  test('what has no reference stays byte for byte', () => {
    fc.assert(
      fc.property(written, (text) => {
        // Without any value only `$${` changes, and that by one character.
        const body = resolveReferences(text, () => undefined)?.body;
        if (!JSON.stringify(JSON.parse(text)).includes('$${')) expect(body).toBe(text);
      }),
      runs(1000),
    );
  });

  function substituted(part: unknown, known: LookUp): unknown {
    if (typeof part === 'string') return substitutedText(part, known);
    if (Array.isArray(part)) return part.map((element: unknown) => substituted(element, known));
    if (typeof part !== 'object' || part === null) return part;
    return Object.fromEntries(Object.entries(part).map(([name, property]) => [name, substituted(property, known)]));
  }

  function substitutedText(text: string, known: LookUp): string {
    let result = '';
    let end = 0;
    for (const { kind, name, offset, length } of referencePlacesIn(text)) {
      const found = kind === 'secret' || kind === 'env' ? known({ kind, name }) : undefined;
      const replacement = kind === 'escape' ? '${' : (found ?? text.slice(offset, offset + length));
      result += text.slice(end, offset) + replacement;
      end = offset + length;
    }
    return result + text.slice(end);
  }

  /** Whether an offset of JSON is within a text: behind an odd number of quotes. */
  function isInText(json: string, offset: number): boolean {
    return (json.slice(0, offset).match(/(?<!\\)(?:\\\\)*"/g) ?? []).length % 2 === 1;
  }
});
