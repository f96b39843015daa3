import * as l10n from '@vscode/l10n';
import type { Credential } from '../api/credential.ts';
import { codesOf, isTokenFailure, isUnknownOutcome, type Rejection } from '../api/errors.ts';
import { errorCodeOf } from './errorCodes.ts';

/** The request that failed; by default, one to create a job, with a token. */
export interface FailedRequest {
  /** The kind of credential that the request had. */
  readonly credential?: Credential['kind'];
  readonly action?: 'create' | 'update' | 'show' | 'listInstances';
}

/**
 * Returns what a service has refused, and what to do.
 * @param connection its name, as it is shown
 */
export function rejectionSentence(
  failure: Rejection,
  connection: string,
  { credential = 'token', action = 'create' }: FailedRequest,
): string {
  const { status, body } = failure;
  if (isTokenFailure(failure)) {
    if (credential === 'accessKey') {
      const clock = clockSentence(failure);
      if (clock !== undefined) {
        return l10n.t(
          'The access keys for connection "{0}" were not accepted ({1}). {2} Set it, then try again.',
          connection,
          status,
          clock,
        );
      }
      return l10n.t(
        'The access keys for connection "{0}" were not accepted ({1}). Check both keys, their project and the clock of this computer; temporary keys end. Sign in again.',
        connection,
        status,
      );
    }
    const known = errorCodeOf(body)?.sentence;
    return known === undefined
      ? l10n.t(
          'The token for connection "{0}" was not accepted ({1}). Tokens end after 24 hours and belong to one project: sign in again.',
          connection,
          status,
        )
      : l10n.t('The token for connection "{0}" was not accepted ({1}). {2}', connection, status, known);
  }
  if (action === 'listInstances') {
    return status === 403
      ? l10n.t('You may not see the instances of this project (403). Ask for the permission, or enter the id.')
      : l10n.t('The service does not list the instances of this project (status {0}). Enter the id.', status);
  }
  const known = status === 403 || status === 429 ? undefined : errorCodeOf(body)?.sentence;
  if (known !== undefined) return known;
  switch (status) {
    case 400:
      return l10n.t(
        'The service cannot read the job (400). Where it names no member, compare those that you used with their documentation.',
      );
    case 403:
      return forbiddenSentence(action);
    case 404:
      if (action === 'show') return l10n.t('The job was not found (404). It may have been deleted in the meantime.');
      if (action === 'update') {
        return l10n.t('The job was not found (404). It may have been deleted in the meantime: submit it again.');
      }
      return l10n.t(
        'The project or the instance was not found (404). Check projectId, instanceId and endpoint of connection "{0}".',
        connection,
      );
    case 408:
      return l10n.t('The service ran out of time (408).');
    case 413:
      return l10n.t('The job is too large for the service (413); it takes 12 MB. Split it.');
    case 429:
      return l10n.t('The service receives too many requests (429). {0}, then submit again.', waitFor(failure));
    case 500:
      return l10n.t('The service failed (500).');
    case 502:
      return l10n.t('A gateway on the way got no proper answer from the service (502).');
    case 503:
      return l10n.t('The service is not available (503).');
    case 504:
      return l10n.t('A gateway on the way waited too long for the service (504).');
    default:
      if (status === 0 || (status >= 300 && status < 400)) {
        return l10n.t(
          'The address answers with a redirect, which is not followed so that your token goes nowhere else. Set the final endpoint of connection "{0}".',
          connection,
        );
      }
      return isUnknownOutcome(failure)
        ? l10n.t('The service failed ({0}).', status)
        : l10n.t('The service refused the job with status {0}.', status);
  }
}

/** Returns how long to wait before another request, to begin a sentence with. */
export function waitFor({ retryAfter }: Pick<Rejection, 'retryAfter'>): string {
  if (retryAfter === undefined) return l10n.t('Wait a little');
  return retryAfter === 1 ? l10n.t('Wait 1 second') : l10n.t('Wait {0} seconds', retryAfter);
}

/** Clocks differ, and an answer takes its time: a smaller difference, in minutes, isn't worth a word. */
const leastClockOffset = 1;

/** How far this computer's clock is off, where the gateway didn't accept a signature (0301), which has a date in it. */
function clockSentence({ body, clockOffset = 0 }: Rejection): string | undefined {
  const minutes = Math.round(Math.abs(clockOffset) / 60_000);
  if (minutes < leastClockOffset || !codesOf(body).some((code) => /^APIGW?\.0301$/.test(code))) return undefined;
  const difference =
    minutes === 1
      ? l10n.t('1 minute')
      : minutes < 120
        ? l10n.t('{0} minutes', minutes)
        : l10n.t('{0} hours', Math.round(minutes / 60));
  return clockOffset < 0
    ? l10n.t('This computer’s clock is {0} behind.', difference)
    : l10n.t('This computer’s clock is {0} ahead.', difference);
}

function forbiddenSentence(action: 'create' | 'update' | 'show'): string {
  switch (action) {
    case 'create':
      return l10n.t(
        'You may not create jobs here (403). Ask for the IAM action lakeformation:job:create in this project.',
      );
    case 'update':
      return l10n.t(
        'You may not update jobs here (403). Ask for the IAM action lakeformation:job:alter in this project.',
      );
    case 'show':
      return l10n.t(
        'You may not see jobs here (403). Ask for the IAM action lakeformation:job:describe in this project.',
      );
  }
}
