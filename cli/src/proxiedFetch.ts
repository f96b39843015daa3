import * as http from 'node:http';
import * as l10n from '@vscode/l10n';
import type { Fetch } from '../../client/src/api/http.ts';
import { errorCode, Failure } from './failure.ts';

/**
 * Returns Node's `fetch`, with requests through the proxy in `HTTPS_PROXY`, `HTTP_PROXY`, and `NO_PROXY`. Node.js has that
 * since version 24.14; versions before that ignore these variables unless `NODE_USE_ENV_PROXY` is set, if they know it.
 * @throws Failure if the proxy isn’t valid
 */
export function proxiedFetch(): Fetch {
  try {
    if ('setGlobalProxyFromEnv' in http) http.setGlobalProxyFromEnv();
  } catch (error) {
    throw new Failure(l10n.t('Couldn’t use the proxy in the environment: {0}.', errorCode(error)));
  }
  return fetch;
}
