import { readFileSync } from 'node:fs';

/** One row of the request tables of the page Creating a Job (CreateJobByInstance, 2024-02-21). */
export interface Row {
  readonly object: string;
  readonly parameter: string;
  readonly mandatory: boolean;
  /** String, Boolean, Integer, `String or number`, `Array of …`, or the name of an object. */
  readonly type: string;
  /** Limits as the page's descriptions state them, in a few fixed phrases; empty for none. */
  readonly rule: string;
}

/** The page's tables, row by row. Where the page lost the list of values, its descriptions and other editions give them. */
export const rows: readonly Row[] = readFileSync(new URL('./createJob.tsv', import.meta.url), 'utf8')
  .trimEnd()
  .split('\n')
  .slice(1)
  .map((line) => {
    const [object = '', parameter = '', mandatory, type = '', rule = ''] = line.split('\t');
    return { object, parameter, mandatory: mandatory === 'Yes', type, rule };
  });
