import { expect, test } from 'vitest';
import { jobSchema } from '../../../../../language/src/generated/jobSchema.js';
import { schemaErrors } from '../../../../../language/src/rules/schema/validate.ts';
import type { JsonSchema } from '../../../../../language/src/schema/jsonSchema.ts';
import { propertiesOf } from '../../../../../language/src/schema/lookup.ts';

const user = { principal_type: 'USER', principal_source: 'IAM', principal_name: 'a' };

function discovery(principals: readonly unknown[]): unknown {
  return { parameter: { metadata_discovery_parameter: { principals } } };
}

test('errors of elements are found wherever they are in a large array', () => {
  const principals = Array.from({ length: 10_000 }, (_, index) => {
    if (index === 1234) return { ...user, principal_type: 'user' };
    return index === 9999 ? 'a' : user;
  });
  const found = schemaErrors(discovery(principals)).always.first.map(
    ({ instancePath, keyword }) => `${instancePath} ${keyword}`,
  );
  const path = '/parameter/metadata_discovery_parameter/principals';
  expect(found.filter((error) => error.startsWith(path))).toEqual([
    `${path}/1234/principal_type enum`,
    `${path}/9999 type`,
  ]);
});

test('of many errors, the first ones are kept and all are counted', () => {
  const { always } = schemaErrors(discovery(Array.from({ length: 20_000 }, () => 1)));
  expect(always.first).toHaveLength(5000);
  expect(always.count).toBeGreaterThanOrEqual(20_000);
  expect(always.count).toBeLessThan(20_100);
});

/** The subschemas of elements of arrays, and what is in them. */
function inElements(schema: JsonSchema, isElement = false): JsonSchema[] {
  return [
    ...(isElement ? [schema] : []),
    ...propertiesOf(schema).flatMap(([, inner]) => inElements(inner, isElement)),
    ...(schema.items ? inElements(schema.items, true) : []),
  ];
}

test('nothing in an array depends on another value, so that its elements are validated alone', () => {
  const schemas = inElements(jobSchema);
  expect(schemas.length).toBeGreaterThan(5);
  expect(schemas.filter((schema) => schema.allOf ?? schema['x-appliesWith'])).toEqual([]);
});
