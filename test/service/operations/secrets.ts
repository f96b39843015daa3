import { isObject, valueAt } from '../json.ts';

/** Properties that are taken when a job is created or updated and never returned (DataSourceParameter). */
const writeOnly = new Set(['password', 'access_key', 'secret_key']);

/** A value as an answer may show it: without the write-only properties, wherever they are. */
export function withoutSecrets(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutSecrets);
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key]) => !writeOnly.has(key))
      .map(([key, property]) => [key, withoutSecrets(property)]),
  );
}

/** What an update leaves behind: a secret that it leaves out or empty stays what it was ("need not be updated"). */
export function withKeptSecrets(next: unknown, previous: unknown): unknown {
  if (!isObject(next) || !isObject(previous)) return next;
  const properties = Object.entries(next).map(([key, property]) => [
    key,
    withKeptSecrets(property, valueAt(previous, key)),
  ]);
  const kept = [...writeOnly]
    .filter((key) => valueAt(next, key) === undefined || valueAt(next, key) === '')
    .filter((key) => valueAt(previous, key) !== undefined)
    .map((key) => [key, valueAt(previous, key)]);
  return Object.fromEntries([...properties, ...kept]);
}
