import * as l10n from '@vscode/l10n';
import type { Credential } from '../api/credential.ts';
import { codesOf, isTokenFailure, isUnknownOutcome, type Rejection } from '../api/errors.ts';
import { errorCodeOf } from './errorCodes.ts';
import type { Explanation } from './explanation.ts';

/** The request that failed; by default, one to create a job, with a token. */
export interface FailedRequest {
  /** The kind of credential that the request had. */
  readonly credential?: Credential['kind'];
  readonly action?: JobAction | 'listInstances';
}

/** What a request was to do with a job, or with jobs. */
export type JobAction = 'create' | 'update' | 'show' | 'start' | 'stop' | 'delete';

/**
 * Returns what a service has refused, and what to do.
 * @param connection its name, as shown
 */
export function rejectionExplanation(
  failure: Rejection,
  connection: string,
  { credential = 'token', action = 'create' }: FailedRequest,
): Explanation {
  const { status, body } = failure;
  if (isTokenFailure(failure)) return credentialExplanation(failure, connection, credential);
  if (isFromElsewhere(failure)) return elsewhereExplanation(failure, connection);
  if (action === 'listInstances') {
    return status === 403
      ? {
          reason: l10n.t('You don’t have permission to list the instances of this project (403).'),
          advice: l10n.t('Ask for the permission, or enter the ID.'),
        }
      : {
          reason: l10n.t('Couldn’t list the instances of this project (status {0}).', status),
          advice: l10n.t('Enter the ID.'),
        };
  }
  const known = status === 403 || status === 429 ? undefined : errorCodeOf(body)?.sentence;
  return known === undefined ? statusExplanation(failure, connection, action) : { reason: known, advice: '' };
}

/**
 * Whether a rejection is probably not LakeFormation's: its errors and those of its gateway are JSON, but for those about the
 * size and the number of requests, which the server in front of it may write.
 */
export function isFromElsewhere({ status, excerpt }: Rejection): boolean {
  return (
    excerpt !== undefined && excerpt !== '' && status >= 400 && status < 500 && ![401, 408, 413, 429].includes(status)
  );
}

function elsewhereExplanation({ status }: Rejection, connection: string): Explanation {
  return {
    reason: l10n.t('The request was rejected ({0}), perhaps by a proxy: the response isn’t JSON.', status),
    advice: l10n.t('Check the proxy (http.proxy) and the endpoint of connection "{0}".', connection),
  };
}

function credentialExplanation(failure: Rejection, connection: string, credential: Credential['kind']): Explanation {
  const { status, body } = failure;
  if (credential === 'accessKey') {
    const clock = clockSentence(failure);
    return {
      reason: l10n.t('The access keys for connection "{0}" weren’t accepted ({1}).', connection, status),
      advice:
        clock === undefined
          ? l10n.t('Check both keys, their project, and this computer’s clock. Temporary keys expire. Sign in again.')
          : l10n.t('{0} Set the clock, then try again.', clock),
    };
  }
  return {
    reason: l10n.t('The token for connection "{0}" wasn’t accepted ({1}).', connection, status),
    advice:
      errorCodeOf(body)?.sentence ??
      l10n.t('Tokens expire after 24 hours and are valid for one project. Sign in again.'),
  };
}

function statusExplanation(failure: Rejection, connection: string, action: JobAction): Explanation {
  const { status } = failure;
  switch (status) {
    case 400:
      return badRequestExplanation(action);
    case 403:
      return forbiddenExplanation(action);
    case 404:
      return notFoundExplanation(action, connection);
    case 408:
      return { reason: l10n.t('The service timed out (408).'), advice: '' };
    case 413:
      return {
        reason: l10n.t('The job is too large for the service (413).'),
        advice: l10n.t('The limit is 12 MB. Split the job.'),
      };
    case 429:
      return {
        reason: l10n.t('Too many requests (429).'),
        advice:
          action === 'create' || action === 'update'
            ? l10n.t('{0}, then submit again.', waitFor(failure))
            : l10n.t('{0}, then try again.', waitFor(failure)),
      };
    case 500:
      return { reason: l10n.t('The service failed (500).'), advice: '' };
    case 502:
      return { reason: l10n.t('A gateway received an invalid response from the service (502).'), advice: '' };
    case 503:
      return { reason: l10n.t('The service isn’t available (503).'), advice: '' };
    case 504:
      return { reason: l10n.t('A gateway timed out waiting for the service (504).'), advice: '' };
    default:
      if (isRedirect(failure)) {
        return {
          reason: l10n.t(
            'The endpoint returned a redirect. Redirects aren’t followed, so that your token isn’t sent elsewhere.',
          ),
          advice: l10n.t('Set the final endpoint of connection "{0}".', connection),
        };
      }
      return {
        reason: isUnknownOutcome(failure)
          ? l10n.t('The service failed ({0}).', status)
          : l10n.t('The service rejected the job ({0}).', status),
        advice: '',
      };
  }
}

function badRequestExplanation(action: JobAction): Explanation {
  return action === 'create' || action === 'update'
    ? {
        reason: l10n.t('The service rejected the job (400).'),
        advice: l10n.t('The service doesn’t report which property is wrong. Compare the job with the API reference.'),
      }
    : { reason: l10n.t('The service rejected the request (400).'), advice: '' };
}

/** Whether an answer refers to another address. A browser shows all redirects as status 0. */
export function isRedirect({ status }: Pick<Rejection, 'status'>): boolean {
  return status === 0 || (status >= 300 && status < 400);
}

/** Returns how long to wait before another request, to begin a sentence with. */
export function waitFor({ retryAfter }: Pick<Rejection, 'retryAfter'>): string {
  if (retryAfter === undefined) return l10n.t('Wait a moment');
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

function notFoundExplanation(action: JobAction, connection: string): Explanation {
  if (action === 'create') {
    return {
      reason: l10n.t('The project or the instance wasn’t found (404).'),
      advice: l10n.t('Check the project ID, the instance ID, and the endpoint of connection "{0}".', connection),
    };
  }
  return {
    reason: l10n.t('The job wasn’t found (404).'),
    advice: goneAdvice(action),
  };
}

function goneAdvice(action: JobAction): string {
  switch (action) {
    case 'update':
      return l10n.t('It may have been deleted. Submit it again.');
    case 'delete':
      return l10n.t('It may have been deleted already.');
    default:
      return l10n.t('It may have been deleted.');
  }
}

/** IAM's actions are those of the service's list of permissions. */
function forbiddenExplanation(action: JobAction): Explanation {
  switch (action) {
    case 'create':
      return {
        reason: l10n.t('You don’t have permission to create jobs here (403).'),
        advice: l10n.t('Ask for the IAM action lakeformation:job:create in this project.'),
      };
    case 'update':
      return {
        reason: l10n.t('You don’t have permission to update jobs here (403).'),
        advice: l10n.t('Ask for the IAM action lakeformation:job:alter in this project.'),
      };
    case 'show':
      return {
        reason: l10n.t('You don’t have permission to view jobs here (403).'),
        advice: l10n.t('Ask for the IAM action lakeformation:job:describe in this project.'),
      };
    case 'start':
    case 'stop':
      return {
        reason: l10n.t('You don’t have permission to start or stop jobs here (403).'),
        advice: l10n.t('Ask for the IAM action lakeformation:job:exec in this project.'),
      };
    case 'delete':
      return {
        reason: l10n.t('You don’t have permission to delete jobs here (403).'),
        advice: l10n.t('Ask for the IAM action lakeformation:job:drop in this project.'),
      };
  }
}
