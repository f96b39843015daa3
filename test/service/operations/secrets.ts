import { isObject, valueAt } from '../json.ts';

/** Members that are taken when a job is created or updated and never returned (DataSourceParameter). */
const writeOnly = new Set(['password', 'access_key', 'secret_key']);

/** A value as an answer may show it: without the write-only members, wherever they stand. */
export function withoutSecrets(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutSecrets);
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key]) => !writeOnly.has(key))
      .map(([key, member]) => [key, withoutSecrets(member)]),
  );
}

/** What an update leaves behind: a secret that it leaves out or empty stays what it was ("need not be updated"). */
export function withKeptSecrets(next: unknown, previous: unknown): unknown {
  if (!isObject(next) || !isObject(previous)) return next;
  const members = Object.entries(next).map(([key, member]) => [key, withKeptSecrets(member, valueAt(previous, key))]);
  const kept = [...writeOnly]
    .filter((key) => valueAt(next, key) === undefined || valueAt(next, key) === '')
    .filter((key) => valueAt(previous, key) !== undefined)
    .map((key) => [key, valueAt(previous, key)]);
  return Object.fromEntries([...members, ...kept]);
}
