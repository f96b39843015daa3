import { describe, expect, test } from 'vitest';
import { createAjv } from '../../../scripts/ajv.ts';
import { typesOf } from '../../../language/src/schema/jsonSchema.ts';
import { indexOfPart } from '../../../language/src/schema/placeholders.ts';
import { allProperties, allObjects, elementOf, jobSchema } from '../../support/jobSchema.ts';

const properties = allProperties();
const values = properties.filter(({ schema }) => schema.type !== 'object');
/** What holds the enumeration, pattern or limits: the property itself or the elements of its array. */
const leaves = values.map(({ path, schema }) => ({ path, schema: elementOf(schema) ?? schema }));
const enumerations = leaves.filter(({ schema }) => schema.enum !== undefined);
const patterns = leaves.filter(({ schema }) => schema.pattern !== undefined);
const secrets = properties.filter(({ schema }) => schema['x-secret'] === true);

describe('what a person reads', () => {
  test.each(properties)('$path has a description in sentences', ({ schema: { description = '' } }) => {
    expect(description).toMatch(/^[A-Z].{10,}\.$/);
    expect(description.length).toBeLessThan(320);
    expect(description.split(/\.\s/).length).toBeLessThanOrEqual(4);
  });

  test.each(allObjects())('$title has a short title', ({ title = '' }) => {
    expect(title).toMatch(/^[A-Z][a-zA-Z ]{3,30}$/);
  });

  test.each(enumerations)('$path has a text of its own for each value', ({ schema }) => {
    const texts = schema.enumDescriptions ?? [];
    expect(texts).toHaveLength(schema.enum?.length ?? 0);
    expect(new Set(texts).size).toBe(texts.length);
    for (const text of texts) expect(text).toMatch(/\.$/);
  });

  test.each(patterns)('$path has its pattern in words', ({ schema: { pattern = '', patternDescription = '' } }) => {
    expect(patternDescription.length).toBeGreaterThan(3);
    expect(patternDescription).not.toContain(pattern);
  });

  test('a pattern in words goes only with a pattern', () => {
    const described = leaves.filter(({ schema }) => schema.patternDescription !== undefined);
    expect(described).toEqual(patterns);
  });

  test('whatever is less than an error has the reason: a note, a comment, or its later edition', () => {
    const soft = values.filter(({ schema }) => schema['x-severity'] !== undefined);
    const reasonOf = ({ schema }: (typeof soft)[number]): string | undefined =>
      schema['x-note'] ?? schema.$comment ?? schema['x-edition'];
    expect(soft.filter((property) => reasonOf(property) === undefined).map(({ path }) => path)).toEqual([]);
  });

  test('so does what has newer values, or a type that is preferred', () => {
    const noted = values.filter(({ schema }) => schema['x-newerValues'] ?? schema['x-preferredType']);
    expect(noted).toHaveLength(4);
    for (const { schema } of noted) expect(schema['x-note'] ?? schema.$comment).toMatch(/\.$/);
  });
});

describe('what a person can take over', () => {
  test.each(values)('$path has examples that are legal', ({ schema }) => {
    const validate = createAjv().compile({ ...schema, definitions: jobSchema.definitions });
    expect(schema.examples?.length).toBeGreaterThan(0);
    for (const example of schema.examples ?? []) {
      validate(example);
      expect(validate.errors, JSON.stringify(example)).toBeNull();
    }
  });

  test.each(values.filter(({ schema }) => schema['x-placeholder'] !== undefined))(
    '$path has a part to be replaced in an example',
    ({ schema }) => {
      const places = (schema.examples ?? []).map((one) => indexOfPart(String(one), schema['x-placeholder'] ?? ''));
      expect(Math.max(...places)).toBeGreaterThanOrEqual(0);
    },
  );

  test.each(values)('$path has no other examples that name something of the user', ({ schema }) => {
    const examples = schema['x-placeholder'] === undefined && schema.type === 'string' ? (schema.examples ?? []) : [];
    expect(examples.filter((example) => /your|0{8}-/i.test(String(example)))).toEqual([]);
  });

  test.each(values.filter(({ schema }) => schema.default !== undefined))('$path has a legal default', ({ schema }) => {
    expect(createAjv().validate({ ...schema }, schema.default)).toBe(true);
  });

  test('a property that prefers a type has examples of it, and admits it', () => {
    const preferring = values.filter(({ schema }) => schema['x-preferredType'] !== undefined);
    expect(preferring).toHaveLength(3);
    for (const { schema } of preferring) {
      expect(typesOf(schema)).toContain(schema['x-preferredType']);
      for (const example of schema.examples ?? []) expect(typeof example).toBe(schema['x-preferredType']);
    }
  });

  test('newer values are values', () => {
    for (const { schema } of enumerations) {
      expect(schema.enum).toEqual(expect.arrayContaining([...(schema['x-newerValues'] ?? [])]));
    }
  });

  test('secrets are shown as references only', () => {
    expect(secrets.map(({ path }) => path.replace(/.*\./, ''))).toEqual(['password', 'access_key', 'secret_key']);
    for (const { schema } of secrets) {
      for (const example of schema.examples ?? []) expect(example).toMatch(/^\$\{secret:[A-Z_]+\}$/);
    }
  });
});

describe('for every reader of the schema', () => {
  const texts = [
    '',
    'a',
    'hive_1',
    'a-b',
    'a b',
    'x.json',
    'a\\b',
    '订单',
    '𠮷',
    '\ud83d',
    '*',
    '7',
    '31',
    '60',
    '07',
    'jdbc:x',
    'a\nb',
  ];
  const paths = ['obs://a/b', 'obs://a', 'har://a/𠮷', 'obs://\u2028/b', 's3://a/b'];

  test.each(patterns)('the pattern of $path means the same as a Unicode pattern', ({ schema: { pattern = '' } }) => {
    for (const text of [...texts, ...paths, 'a'.repeat(36)]) {
      expect(new RegExp(pattern, 'u').test(text), JSON.stringify(text)).toBe(new RegExp(pattern).test(text));
    }
  });

  test('the schema is strict draft-07 but for the keywords its comment describes', () => {
    const ajv = createAjv();
    expect(ajv.validateSchema(jobSchema)).toBe(true);
    expect(() => ajv.compile(jobSchema)).not.toThrow();
  });
});

describe('the text about an object', () => {
  const elements = values.flatMap(({ schema }) => elementOf(schema) ?? []).filter(({ properties }) => properties);

  test.each(elements)('an element, a $title, is named by required properties that aren’t secrets', (element) => {
    const named = Array.from(element['x-label']?.matchAll(/\{(\w+)\}/g) ?? [], ([, name = '']) => name);
    expect(named.length).toBeGreaterThan(0);
    for (const name of named) {
      expect(element.required).toContain(name);
      expect(element.properties?.[name]).not.toHaveProperty('x-secret');
    }
  });

  test.each(allObjects().flatMap((object) => object['x-documentation'] ?? []))(
    '$title is a page of the vendor',
    (page) => {
      expect(page.url).toMatch(/^https:\/\/support\.huaweicloud\.com\/intl\/en-us\/[\w-]+\/\w+\.html$/);
    },
  );

  test('the job names its page and edition', () => {
    expect(jobSchema).toMatchObject({ 'x-edition': '2024', 'x-documentation': { title: 'Creating a Job' } });
  });
});
