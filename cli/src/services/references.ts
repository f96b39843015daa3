import * as l10n from '@vscode/l10n';
import { NotReadyError } from '../../../client/src/failures/notReadyError.ts';
import { referredIn } from '../../../client/src/secrets/resolve.ts';
import { joinNames } from '../../../language/src/joining.ts';
import type { Host } from '../host.ts';
import { secretPrefix, secretsIn } from './storage.ts';

/**
 * Checks that the references of a job can be replaced: each secret is set, and each environment variable is set and may be
 * read. A repository must not decide which variables are sent.
 * @param allowed the names of the variables that the user allows
 * @throws NotReadyError
 */
export function requireReferences(text: string, env: Host['env'], allowed: ReadonlySet<string>): void {
  const secrets = secretsIn(env);
  const references = referredIn(text);
  const namesOf = (kind: 'secret' | 'env', isMissing: (name: string) => boolean): string[] => [
    ...new Set(references.flatMap((one) => (one.kind === kind && isMissing(one.name) ? [one.name] : []))),
  ];
  const unset = namesOf('secret', (name) => !secrets.has(name));
  if (unset.length > 0) {
    const variables = joinNames(unset.map((name) => secretPrefix + name));
    throw new NotReadyError(l10n.t('Not submitted: set {0} in the environment.', variables));
  }
  const denied = namesOf('env', (name) => !allowed.has(name));
  if (denied.length > 0) {
    const options = denied.map((name) => `--env ${name}`).join(' ');
    throw new NotReadyError(
      l10n.t('Not submitted: the job refers to environment variables. Allow them with "{0}".', options),
    );
  }
  const missing = namesOf('env', (name) => env[name] === undefined);
  if (missing.length > 0) {
    throw new NotReadyError(l10n.t('Not submitted: set {0} in the environment.', joinNames(missing)));
  }
}
