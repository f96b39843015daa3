import { isObject } from '../../language/src/documents/value.ts';

/** What is done to the scalar properties of a job, one after the other, over and over. */
export type ScalarChange = 'keep' | 'change' | 'remove';

/** Returns a copy of a job with changes to its scalar properties. Objects and arrays stay. */
export function changedJob(job: unknown, changes: readonly ScalarChange[]): unknown {
  let next = 0;
  const changed = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map((element: unknown) => (isObject(element) ? changed(element) : element));
    if (!isObject(value)) return value;
    return Object.fromEntries(
      Object.entries(value).flatMap(([name, inner]): [string, unknown][] => {
        if (typeof inner === 'object' && inner !== null) return [[name, changed(inner)]];
        const change = changes[next++ % changes.length];
        if (change === 'remove') return [];
        return [[name, change === 'change' ? other(inner) : inner]];
      }),
    );
  };
  return changed(job);
}

function other(value: unknown): unknown {
  if (typeof value === 'boolean') return !value;
  if (typeof value === 'number' && Number.isSafeInteger(value)) return value + 1;
  return typeof value === 'string' ? `${value}x` : 'x';
}
