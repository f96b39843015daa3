import { expect, test } from 'vitest';
import type { JsonSchema } from '../../../language/src/schema/jsonSchema.ts';
import { allProperties, allObjects, elementOf } from '../../support/jobSchema.ts';

const migration = 'parameter.metadata_migration_parameter';
const permissions = 'parameter.permission_migration_parameter';
const discovery = 'parameter.metadata_discovery_parameter';

const lengthAndForm = { minLength: 'warning', maxLength: 'warning', pattern: 'warning' };
const pathForm = { maxLength: 'warning', pattern: 'warning' };
const thirtySix = { maxLength: 'information', pattern: 'information' };

/** Constraints that the 2024 page doesn't state, or not without contradiction. All others are errors. */
const softened: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  // Contradicting editions or examples: an error beyond the wider constraint in `x-error`.
  name: { pattern: 'warning' },
  [`${migration}.conflict_strategy`]: { enum: 'warning' },
  [`${discovery}.principals[].principal_name`]: { pattern: 'warning' },
  [`${discovery}.execute_day`]: { pattern: 'warning' },
  [`${discovery}.execute_hour`]: { pattern: 'warning' },
  [`${discovery}.execute_minute`]: { pattern: 'warning' },
  // Inference from the example of the API reference, an alphabet that practice contradicts, a value that has no more effect twice.
  [`${migration}.datasource_parameter.jdbc_url`]: { pattern: 'warning' },
  [`${migration}.datasource_parameter.username`]: { pattern: 'warning' },
  [`${migration}.sync_objects[]`]: { uniqueItems: 'warning' },
  // Limits of other objects, applied by analogy.
  [`${migration}.target_catalog`]: lengthAndForm,
  [`${migration}.log_location`]: pathForm,
  [`${permissions}.location`]: pathForm,
  [`${permissions}.log_location`]: pathForm,
  [`${discovery}.data_location`]: pathForm,
  [`${discovery}.target_catalog`]: lengthAndForm,
  [`${discovery}.target_database`]: lengthAndForm,
  [`${discovery}.log_location`]: pathForm,
  // Limits of the user guide.
  [`${migration}.default_owner`]: lengthAndForm,
  [`${discovery}.default_owner`]: lengthAndForm,
  // 36 characters by the OpenAPI files, 32 in the example of the API reference.
  [`${migration}.instance_id`]: thirtySix,
  [`${permissions}.instance_id`]: thirtySix,
  [`${discovery}.instance_id`]: thirtySix,
  // Properties of later editions.
  [`${migration}.security_group_id`]: { type: 'warning' },
  [`${migration}.migration_filter_type`]: { type: 'warning', enum: 'warning' },
  'parameter.smn_notify': { type: 'warning' },
  'parameter.smn_notify_topic': { type: 'warning' },
  'parameter.smn_notify_types[]': { type: 'warning', uniqueItems: 'warning' },
};

test('exactly these constraints are less than errors', () => {
  const values = allProperties().filter(({ schema }) => schema.type !== 'object' && schema['x-severity'] !== undefined);
  expect(Object.fromEntries(values.map(({ path, schema }) => [path, schema['x-severity']]))).toEqual(softened);
});

test('among the elements of arrays, only those of a later edition', () => {
  const elements = allProperties().flatMap(({ path, schema }) => {
    const severities = elementOf(schema)?.type === 'string' ? elementOf(schema)?.['x-severity'] : undefined;
    return severities ? [[path, severities]] : [];
  });
  expect(elements).toEqual([['parameter.smn_notify_types[]', { type: 'warning', enum: 'warning' }]]);
});

test('what only another property asks for is a warning', () => {
  const consequences = allObjects().flatMap(({ allOf = [] }) => allOf.flatMap(({ then }) => requiring(then)));
  expect(consequences).toHaveLength(9);
  for (const consequence of consequences) expect(consequence['x-severity']).toEqual({ required: 'warning' });
});

test('a value on which the sources contradict each other is a warning: one that these wider constraints allow', () => {
  const doubtful = allProperties().filter(({ schema }) => schema['x-error'] !== undefined);
  expect(Object.fromEntries(doubtful.map(({ path, schema }) => [path, schema['x-error']]))).toEqual({
    // Chinese characters in the Chinese edition only.
    name: { pattern: '^[A-Za-z0-9_\\u4e00-\\u9fa5]+$' },
    [`${discovery}.principals[].principal_name`]: { pattern: '^[A-Za-z0-9_.\\u4e00-\\u9fa5-]+$' },
    // Only in response examples.
    [`${migration}.conflict_strategy`]: { enum: ['UPSERT', 'UPDATE'] },
    // A range without a form.
    [`${discovery}.execute_day`]: { pattern: '^(\\*|0?[1-9]|[12][0-9]|3[01])$' },
    [`${discovery}.execute_hour`]: { pattern: '^(\\*|[01]?[0-9]|2[0-3])$' },
    [`${discovery}.execute_minute`]: { pattern: '^[0-5]?[0-9]$' },
  });
  for (const { schema } of doubtful) expect(schema['x-reason']).toMatch(/^[A-Z].*\.$/);
});

test('a severity belongs to a constraint of the same subschema', () => {
  const subschemas = allProperties().flatMap(({ schema }) => [schema, schema.items ?? {}]);
  for (const schema of subschemas) expect(Object.keys(schema)).toEqual(expect.arrayContaining(keywordsOf(schema)));
});

function requiring(schema: JsonSchema | undefined): JsonSchema[] {
  if (schema === undefined) return [];
  const nested = Object.values(schema.properties ?? {}).flatMap(requiring);
  return schema.required ? [schema, ...nested] : nested;
}

function keywordsOf(schema: JsonSchema): string[] {
  return Object.keys(schema['x-severity'] ?? {});
}
