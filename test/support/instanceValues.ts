import type { InstanceLookUp, InstanceQuery, InstanceValues } from '../../language/src/rules/instance/query.ts';

/** A list that the service returned as a whole. */
export function complete(...names: readonly string[]): InstanceValues {
  return { values: names.map((name) => ({ name })), isComplete: true, isPending: false };
}

/** What is known while the service is being asked. */
export const pending: InstanceValues = { values: [], isComplete: false, isPending: true };

/** What is known of an instance, by the query as {@link keyOf} writes it, such as `databases lake`. */
export type KnownOfInstance = Readonly<Record<string, InstanceValues>>;

/** Looks up in what is known, and notes the queries in their order. */
export function lookUpIn(known: KnownOfInstance, asked: string[] = []): InstanceLookUp {
  return (query) => {
    asked.push(keyOf(query));
    return known[keyOf(query)];
  };
}

/** A query in words: its kind, and what it is about. */
export function keyOf({ kind, ...rest }: InstanceQuery): string {
  return [kind, ...Object.values(rest)].join(' ').trim();
}

/** The instance of the fixtures. */
export const sampleInstance: KnownOfInstance = {
  catalogs: complete('gold', 'hive', 'lake'),
  'databases gold': complete('sales'),
  'databases lake': complete('sales'),
  'groups IAM': complete('analysts'),
};
