import type { Environment } from '../../../client/src/environment.ts';
import { keyOf, writtenSecretId } from '../../../client/src/secrets/secretId.ts';
import { namesKey } from '../../../client/src/secrets/secrets.ts';
import { isReferenceName } from '../../../language/src/documents/reference.ts';
import type { Host } from '../host.ts';

/** What the names of the variables with secrets begin with: `${secret:NAME}` has the value of `LFJOB_SECRET_NAME`. */
export const secretPrefix = 'LFJOB_SECRET_';

/** Returns the secrets in the environment, by the names that references have. */
export function secretsIn(env: Host['env']): ReadonlyMap<string, string> {
  const entries = Object.entries(env).flatMap(([variable, value]): [string, string][] => {
    const name = variable.slice(secretPrefix.length);
    const isSecret = variable.startsWith(secretPrefix) && isReferenceName('secret', name);
    return isSecret && value !== undefined && value !== '' ? [[name, value]] : [];
  });
  return new Map(entries);
}

/** Returns a secret storage with secrets, which lasts as long as the command. */
export function temporarySecrets(secrets: ReadonlyMap<string, string>): Environment['secretStorage'] {
  const texts = new Map([...secrets].map(([name, value]) => [keyOf({ name }), value]));
  texts.set(namesKey, JSON.stringify([...secrets.keys()].map((name) => writtenSecretId({ name }))));
  return {
    get: async (key) => Promise.resolve(texts.get(key)),
    store: async (key, value) => Promise.resolve().then(() => void texts.set(key, value)),
    delete: async (key) => Promise.resolve().then(() => void texts.delete(key)),
    onDidChange: () => ({ dispose: () => undefined }),
  };
}

/** Returns a memory that lasts as long as the command. */
export function temporaryMemory(): Environment['workspaceState'] {
  const values = new Map<string, unknown>();
  return {
    get: (key) => values.get(key),
    update: async (key, value) => Promise.resolve().then(() => void values.set(key, value)),
  };
}
