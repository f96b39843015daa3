import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { allProperties, allObjects, jobSchema } from '../../support/jobSchema.ts';
import { readFields, schemaFields } from '../../support/schemaFields.ts';

/**
 * What the page specifies for each field: the order, then type, limits, values. Kept by hand; the schema is held
 * against it.
 */
const page = readFields(readFileSync(new URL('../../fixtures/pageFields.tsv', import.meta.url), 'utf8'));
const schema = schemaFields();

describe('the schema specifies for each field what the page specifies', () => {
  test.each(page)('$path', (field) => {
    expect(schema.find(({ path }) => path === field.path)).toEqual(field);
  });

  test("it has these fields and no others, in the page's order", () => {
    expect(schema.map(({ path }) => path)).toEqual(page.map(({ path }) => path));
  });

  test('they are the 70 of the 2024 edition and 5 newer ones', () => {
    const count = (edition: string): number => schema.filter((field) => field.edition === edition).length;
    expect([count('2024'), count('2025'), schema.length]).toEqual([70, 5, 75]);
  });
});

describe('the form of the schema', () => {
  test('it has one definition for each object of the page, named as there', () => {
    expect(Object.keys(jobSchema.definitions ?? {}).sort()).toEqual([
      'DataSourceParameter',
      'JobParameter',
      'LocationReplaceRule',
      'MetaDataDiscoveryParameter',
      'MetaDataMigrationParameter',
      'PermissionMigrationParameter',
      'Principal',
      'RangerPermissionMigrationPrincipalRelas',
    ]);
  });

  test.each(allObjects())('$title is an object that names every property it knows', (object) => {
    expect(object).toMatchObject({
      type: 'object',
      additionalProperties: false,
      'x-severity': { additionalProperties: 'warning' },
    });
  });

  test.each(allObjects())(
    "$title lists its required properties in the page's order",
    ({ properties, required = [] }) => {
      expect(required).toEqual(Object.keys(properties ?? {}).filter((name) => required.includes(name)));
    },
  );

  test('a reference is alone, since draft-07 ignores what is beside it', () => {
    const places = allObjects().flatMap(({ properties = {} }) =>
      Object.values(properties).flatMap((property) => [property, property.items ?? {}]),
    );
    const references = places.filter(({ $ref }) => $ref !== undefined);
    expect(references).toHaveLength(8);
    expect(references.map((reference) => Object.keys(reference))).toEqual(references.map(() => ['$ref']));
  });

  test('a condition compares properties with constants', () => {
    const conditions = allObjects().flatMap(({ allOf = [] }) => allOf);
    expect(conditions).toHaveLength(12);
    for (const condition of conditions) {
      expect(Object.keys(condition)).toEqual(['if', 'then']);
      const compared = condition.if?.properties ?? {};
      expect(condition.if).toEqual({ properties: compared, required: Object.keys(compared) });
      for (const comparison of Object.values(compared))
        expect(['const', 'enum']).toEqual(expect.arrayContaining(Object.keys(comparison)));
    }
  });

  test('every property is reached once', () => {
    const paths = allProperties().map(({ path }) => path);
    expect(new Set(paths).size).toBe(paths.length);
  });
});
