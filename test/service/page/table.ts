import { readFileSync } from 'node:fs';

/** One row of the request tables of the page Creating a Job (CreateJobByInstance, 2024-02-21). */
export interface Row {
  readonly object: string;
  readonly parameter: string;
  readonly required: boolean;
  /** String, Boolean, Integer, `String or number`, `Array of …`, or the name of an object. */
  readonly type: string;
  /** Limits as the page's descriptions state them, in a few fixed phrases; empty for none. */
  readonly rule: string;
}

/**
 * The tables of the API reference, row by row. Where the page lost something, other editions give it: the values of quote and
 * datasource_type, the backslash among the characters that file_name can't have, the object of the Ranger relations.
 * `String or number` is the page's contradiction with itself: its table specifies String, its example has a number.
 */
export const rows: readonly Row[] = readFileSync(new URL('./createJob.tsv', import.meta.url), 'utf8')
  .trimEnd()
  .split(/\r?\n/)
  .slice(1)
  .map((line) => {
    const [object = '', parameter = '', required, type = '', rule = ''] = line.split('\t');
    return { object, parameter, required: required === 'Yes', type, rule };
  });

/** The job types, as the list can be asked for them. */
export const jobTypes: readonly string[] = allowedValues(
  rows.find(({ object, parameter }) => object === 'CreateJob' && parameter === 'type')?.rule ?? '',
);

/** The values of a rule `one of …`; none for another rule. */
export function allowedValues(rule: string): readonly string[] {
  return rule.startsWith('one of ') ? rule.split(' ').slice(2) : [];
}
