import * as l10n from '@vscode/l10n';
import type { Credential } from '../api/credential.ts';
import type { Failure, Rejection } from '../api/errors.ts';
import { codesOf, isTokenFailure } from '../api/errors.ts';
import type { Connection } from '../connections/connection.ts';
import { errorCodeOf } from './errorCodes.ts';
import { quoted } from './quoted.ts';

/** As much of what the service says is shown in a message, in characters: VS Code cuts messages at 1,000. */
const longestMessage = 300;
const longestSolution = 100;

/** Returns the message about a failed request: what happened and what to do, with the details of the response. */
export function failureSentence(failure: Failure, connection: Connection, request: FailedRequest = {}): string {
  switch (failure.kind) {
    case 'rejected':
      return [rejectionSentence(failure, connection, request), answerDetails(failure)]
        .filter((part) => part !== '')
        .join(' ');
    case 'unreadable':
      return [
        l10n.t('The service answered with status {0}, but the answer cannot be read as a job.', failure.status),
        answerDetails({ ...failure, body: {} }),
      ].join(' ');
    case 'unreachable':
      return withCause(
        l10n.t(
          '{0} cannot be reached. Check the network, the proxy (http.proxy) and the endpoint of connection "{1}".',
          connection.endpoint,
          connection.name,
        ),
        failure.cause,
      );
    case 'untrusted':
      return withCause(
        l10n.t(
          'The certificate of {0} is not trusted. If your company has its own authority, add it to the system’s certificates.',
          connection.endpoint,
        ),
        failure.cause,
      );
    case 'lost':
      // Node says why; a browser never does.
      return failure.cause === undefined
        ? l10n.t(
            'The request to {0} failed, and the browser does not say why. The service has to be there and to allow requests from this page (CORS); VS Code on the desktop needs no such permission.',
            connection.endpoint,
          )
        : withCause(
            l10n.t('The connection to {0} broke before the answer was there.', connection.endpoint),
            failure.cause,
          );
    case 'timeout':
      return l10n.t('{0} did not answer in time (lakeformation.requestTimeout).', connection.endpoint);
    case 'cancelled':
      return l10n.t('You cancelled while the request was under way.');
  }
}

/** The request that failed; by default, one to create a job, with a token. */
export interface FailedRequest {
  /** The kind of credential that the request had. */
  readonly credential?: Credential['kind'];
  readonly action?: 'create' | 'update' | 'show' | 'listInstances';
}

function rejectionSentence(
  failure: Rejection,
  connection: Connection,
  { credential = 'token', action = 'create' }: FailedRequest,
): string {
  const { status, body } = failure;
  if (isTokenFailure(failure)) {
    if (credential === 'accessKey') {
      const clock = clockSentence(failure);
      if (clock !== undefined) {
        return l10n.t(
          'The access keys for connection "{0}" were not accepted ({1}). {2} Set it, then try again.',
          connection.name,
          status,
          clock,
        );
      }
      return l10n.t(
        'The access keys for connection "{0}" were not accepted ({1}). Check both keys, their project and the clock of this computer; temporary keys end. Sign in again.',
        connection.name,
        status,
      );
    }
    const known = errorCodeOf(body)?.sentence;
    return known === undefined
      ? l10n.t(
          'The token for connection "{0}" was not accepted ({1}). Tokens end after 24 hours and belong to one project: sign in again.',
          connection.name,
          status,
        )
      : l10n.t('The token for connection "{0}" was not accepted ({1}). {2}', connection.name, status, known);
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
        connection.name,
      );
    case 408:
      return l10n.t('The service ran out of time (408).');
    case 413:
      return l10n.t('The job is too large for the service (413); it takes 12 MB. Split it.');
    case 429:
      return failure.retryAfter === undefined
        ? l10n.t('The service receives too many requests (429). Wait a little, then submit again.')
        : l10n.t(
            'The service receives too many requests (429). Wait {0} seconds, then submit again.',
            failure.retryAfter,
          );
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
          connection.name,
        );
      }
      return l10n.t('The service refused the job with status {0}.', status);
  }
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

/** Code, message, solution and request id, as far as the answer has them. */
export function answerDetails({ body, excerpt, requestId }: Pick<Rejection, 'body' | 'excerpt' | 'requestId'>): string {
  const said = [codesOf(body)[0], body.message].filter((part) => part !== undefined).join(': ');
  return [
    said !== '' ? l10n.t('It says: {0}.', quoted(said, longestMessage)) : undefined,
    body.solution !== undefined ? l10n.t('Its advice: {0}.', quoted(body.solution, longestSolution)) : undefined,
    excerpt !== undefined && excerpt !== ''
      ? l10n.t('The answer is not JSON, perhaps a proxy’s page: “{0}”.', excerpt)
      : undefined,
    requestId !== undefined ? l10n.t('Request id: {0}.', requestId) : undefined,
  ]
    .filter((part) => part !== undefined)
    .join(' ');
}

function withCause(sentence: string, cause: string | undefined): string {
  return cause === undefined ? sentence : `${sentence} (${cause})`;
}
