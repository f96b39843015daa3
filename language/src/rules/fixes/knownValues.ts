import { valueAt } from '../../documents/value.ts';
import { scheduleOf } from '../../schedule/schedule.ts';
import { timesFor } from '../../schedule/times.ts';
import { knownValues } from '../../schema/block.ts';
import type { KnownValues, KnownValuesOf } from '../../schema/example.ts';
import type { Json } from '../../schema/jsonSchema.ts';
import { subschemaAt } from '../../schema/lookup.ts';
import type { Environment } from '../environment.ts';
import { jdbcProblem } from '../source/jdbc.ts';

/**
 * What is known from a job and its connection about properties that are still to be written, so that nobody is asked.
 */
export function knownValuesOf({ connection }: Pick<Environment, 'connection'>): KnownValuesOf {
  return (root) => ({
    ...knownValues(root, connection?.instanceId),
    ...jdbcExample(root),
    ...scheduledTimes(root),
  });
}

const migration = ['parameter', 'metadata_migration_parameter'];

/** The examples of addresses that fit the data source of a job. */
export function jdbcExamples(root: Json): string[] {
  const examples = subschemaAt([...migration, 'datasource_parameter', 'jdbc_url'])?.examples ?? [];
  const datasource = valueAt(root, [...migration, 'datasource_type']);
  return examples.map(String).filter((example) => jdbcProblem(example, datasource) === undefined);
}

function jdbcExample(root: Json): KnownValues {
  const [example] = jdbcExamples(root);
  return example === undefined ? {} : { jdbc_url: example };
}

function scheduledTimes(root: Json): KnownValues {
  const schedule = scheduleOf(root);
  return schedule ? timesFor(schedule.frequency) : {};
}
