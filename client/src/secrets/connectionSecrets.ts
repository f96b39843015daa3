import type { SecretId } from './secretId.ts';
import type { Secrets } from './secrets.ts';

/** The secrets of one connection alone. */
export async function secretsOfConnection(secrets: Secrets, connection: string): Promise<readonly SecretId[]> {
  return (await secrets.list()).filter((id) => id.connection === connection);
}

/** Deletes the secrets of a connection; `false` when some may still be stored. */
export async function deleteSecretsOfConnection(secrets: Secrets, connection: string): Promise<boolean> {
  let areDeleted = true;
  for (const id of await secretsOfConnection(secrets, connection)) {
    areDeleted = (await secrets.delete(id)) && areDeleted;
  }
  return areDeleted;
}

/**
 * Gives the secrets of a connection to it under its new name.
 * @returns the names of those that stay under the old one, as the secret storage failed
 */
export async function renameConnectionOfSecrets(
  secrets: Secrets,
  from: string,
  to: string,
): Promise<readonly string[]> {
  const left: string[] = [];
  for (const id of await secretsOfConnection(secrets, from)) {
    const found = await secrets.get(id);
    // The only copy is deleted when the other one is stored.
    const isMoved = found.kind === 'found' && (await secrets.store({ ...id, connection: to }, found.value));
    if (isMoved) await secrets.delete(id);
    else left.push(id.name);
  }
  return left;
}
