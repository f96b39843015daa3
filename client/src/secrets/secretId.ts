import * as l10n from '@vscode/l10n';
import { isReferenceName } from '../../../language/src/documents/reference.ts';
import { isObject } from '../../../language/src/documents/value.ts';

/** Which secret a value belongs to. */
export interface SecretId {
  /** The name that references have. */
  readonly name: string;
  /** The name of the only connection that uses it; `undefined`: all connections that have no secret of that name. */
  readonly connection?: string | undefined;
}

/** The key of a secret in the secret storage. A name has no colon, so each secret has a key of its own. */
export function keyOf({ name, connection }: SecretId): string {
  return connection === undefined ? `lakeformation.secret:${name}` : `lakeformation.secret:${name}:${connection}`;
}

/** Sorts by the names; of one name, the secret of all connections is first. */
export function compareSecrets(one: SecretId, other: SecretId): number {
  const [left, right] = [keyOf(one), keyOf(other)];
  return left < right ? -1 : Number(left > right);
}

/** Reads an element of the stored list; `undefined` if it isn't one: another version may have written something else. */
export function readSecretId(value: unknown): SecretId | undefined {
  if (typeof value === 'string') return isReferenceName('secret', value) ? { name: value } : undefined;
  if (!isObject(value)) return undefined;
  const { name, connection } = value;
  return typeof name === 'string' && isReferenceName('secret', name) && typeof connection === 'string'
    ? { name, connection }
    : undefined;
}

/** Returns the element of the stored list for a secret. */
export function writtenSecretId({ name, connection }: SecretId): unknown {
  return connection === undefined ? name : { name, connection };
}

/** Returns which connections use a secret, in words. */
export function usersOf({ connection }: SecretId): string {
  return connection === undefined ? l10n.t('All connections') : l10n.t('Connection {0}', connection);
}
