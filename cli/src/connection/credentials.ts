import * as l10n from '@vscode/l10n';
import { headerProblem } from '../../../client/src/auth/headerProblem.ts';
import type { Session } from '../../../client/src/auth/session.ts';
import { Failure } from '../failure.ts';
import type { Host } from '../host.ts';

/** The environment variables with credentials: our own, and those of the vendor's SDKs. */
export const credentialVariables = {
  token: 'LAKEFORMATION_TOKEN',
  accessKey: 'HUAWEICLOUD_SDK_AK',
  secretKey: 'HUAWEICLOUD_SDK_SK',
  securityToken: 'HUAWEICLOUD_SDK_SECURITY_TOKEN',
} as const;

/**
 * Returns the session of the credentials in the environment: a token, or access keys. Arguments never have them, because
 * other users of the computer can read these.
 * @throws Failure if there are none, or if one can't be sent
 */
export function sessionFrom(env: Host['env']): Session {
  const valueOf = (name: keyof typeof credentialVariables): string => {
    const variable = credentialVariables[name];
    const value = env[variable]?.trim() ?? '';
    const problem = headerProblem(value);
    if (problem !== undefined) throw new Failure(l10n.t('Couldn’t use {0}: {1}', variable, problem));
    return value;
  };
  const token = valueOf('token');
  if (token !== '') return { kind: 'token', token };
  const [accessKey, secretKey, securityToken] = [valueOf('accessKey'), valueOf('secretKey'), valueOf('securityToken')];
  if (accessKey === '' || secretKey === '') {
    throw new Failure(
      l10n.t(
        'No credentials: set {0}, or {1} and {2}, in the environment.',
        credentialVariables.token,
        credentialVariables.accessKey,
        credentialVariables.secretKey,
      ),
    );
  }
  return { kind: 'accessKey', accessKey, secretKey, ...(securityToken !== '' && { securityToken }) };
}
