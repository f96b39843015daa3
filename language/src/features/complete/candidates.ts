import * as l10n from '@vscode/l10n';
import { jdbcExamples, knownValuesOf } from '../../rules/fixes/knownValues.ts';
import { constraintsAt } from '../../schema/conditions.ts';
import { describeValue } from '../../schema/describe.ts';
import { keeps } from '../../schema/limits.ts';
import { writeValue } from '../../schema/example.ts';
import { typesOf, type Json, type JsonSchema } from '../../schema/jsonSchema.ts';
import type { Candidate } from './candidate.ts';
import type { CompletionContext } from './context.ts';
import { instanceCandidates } from './instanceValues.ts';
import { usedValues } from './usedValues.ts';
import { scheduledTimes } from './schedule.ts';

/** The values that fit at the cursor, the likeliest first, each once. */
export function candidatesFor(context: CompletionContext, schema: JsonSchema): Candidate[] {
  if (schema.enum) return schema.enum.map((value) => ({ value, text: describeValue(schema, value) }));
  if (typesOf(schema)[0] === 'boolean') return [{ value: true }, { value: false }];
  if (schema['x-secret'] === true) return [];
  const { cursor, root } = context;
  const constraints = constraintsAt(cursor.path, root);
  const listed = constraints.flatMap(({ enum: values = [] }) => values);
  const found: readonly Candidate[] = [
    ...knownCandidates(context),
    ...instanceCandidates(context, schema),
    ...scheduledTimes(cursor.path, root),
    ...(schema.default === undefined ? [] : [{ value: schema.default }]),
    ...usedValues(context, schema).map((value) => ({ value, text: l10n.t('used elsewhere') })),
    ...exampleCandidates(context, schema),
    ...listed.map((value) => ({ value })),
  ];
  const byValue = new Map<Json, Candidate>();
  for (const candidate of found) {
    // A bucket alone isn't a path yet.
    const isLegal = [schema, ...constraints].every((constraint) => keeps(candidate.value, constraint));
    if ((isLegal || candidate.folder) && !byValue.has(candidate.value)) byValue.set(candidate.value, candidate);
  }
  return [...byValue.values()];
}

/** What the connection has: its instance. */
function knownCandidates({ cursor, root, environment }: CompletionContext): Candidate[] {
  const { connection } = environment;
  if (connection === undefined || cursor.path.at(-1) !== 'instance_id') return [];
  const { instance_id: value } = knownValuesOf(environment)(root);
  return value === undefined ? [] : [{ value, text: l10n.t('instance of connection "{0}"', connection.name) }];
}

function exampleCandidates({ cursor, root, indentation }: CompletionContext, schema: JsonSchema): Candidate[] {
  const examples: readonly Json[] = cursor.path.at(-1) === 'jdbc_url' ? jdbcExamples(root) : (schema.examples ?? []);
  return examples.map((value) => ({
    value,
    text: l10n.t('example'),
    write: (text) => writeValue(value, schema, text, indentation),
  }));
}
