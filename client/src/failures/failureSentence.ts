import * as l10n from '@vscode/l10n';
import type { Credential } from '../api/credential.ts';
import {
  codesOf,
  isTokenFailure,
  isUnknownOutcome,
  type Failure,
  type Rejection,
  type Unreadable,
} from '../api/errors.ts';
import { shortened } from '../api/excerpt.ts';
import type { Connection } from '../connections/connection.ts';
import { errorCodeOf } from './errorCodes.ts';
import { quoted } from './quoted.ts';

/** As much of each part is shown, in characters: VS Code cuts messages at 1,000. */
const longestName = 50;
const longestEndpoint = 100;
const longestCode = 50;
const longestMessage = 180;
const longestSolution = 80;
const longestRequestId = 64;

/**
 * Returns the message about a failed request: what happened and what to do, with the details of the response. Names and
 * what the service says are cut, so that a message has less than 700 characters.
 */
export function failureSentence(failure: Failure, connection: Connection, request: FailedRequest = {}): string {
  const { name, endpoint } = shortenedConnection(connection);
  switch (failure.kind) {
    case 'rejected':
      return [rejectionSentence(failure, name, request), answerDetails(failure)]
        .filter((part) => part !== '')
        .join(' ');
    case 'unreadable':
      return [unreadableSentence(failure), answerDetails({ ...failure, body: {} })]
        .filter((part) => part !== '')
        .join(' ');
    case 'unreachable':
      return withCause(
        l10n.t(
          '{0} cannot be reached. Check the network, the proxy (http.proxy) and the endpoint of connection "{1}".',
          endpoint,
          name,
        ),
        failure.cause,
      );
    case 'untrusted':
      return withCause(
        l10n.t(
          'The certificate of {0} is not trusted. If your company has its own authority, add it to the system’s certificates.',
          endpoint,
        ),
        failure.cause,
      );
    case 'insecure':
      return withCause(
        l10n.t(
          'Couldn’t make a secure connection to {0}. The server may speak plain HTTP there: check the endpoint of connection "{1}" and the proxy (http.proxy).',
          endpoint,
          name,
        ),
        failure.cause,
      );
    case 'malformed':
      return withCause(
        l10n.t(
          'The response of {0} isn’t valid HTTP. Check the endpoint of connection "{1}" and the proxy (http.proxy).',
          endpoint,
          name,
        ),
        failure.cause,
      );
    case 'lost':
      return withCause(l10n.t('The connection to {0} was lost before a response arrived.', endpoint), failure.cause);
    case 'unexplained':
      return l10n.t(
        'The request to {0} failed, and the browser does not say why. The service has to be there and to allow requests from this page (CORS); VS Code on the desktop needs no such permission.',
        endpoint,
      );
    case 'timeout':
      return l10n.t('{0} did not answer in time (lakeformation.requestTimeout).', endpoint);
    case 'cancelled':
      return l10n.t('You canceled the request.');
  }
}

/** Returns a connection with its name and endpoints as messages show them. */
export function shortenedConnection(connection: Connection): Connection {
  return {
    ...connection,
    name: shortened(connection.name, longestName),
    endpoint: shortened(connection.endpoint, longestEndpoint),
    iamEndpoint: shortened(connection.iamEndpoint, longestEndpoint),
  };
}

function unreadableSentence({ status, lacks }: Unreadable): string {
  return lacks === 'jobId'
    ? l10n.t('The service answered with status {0}, but without a job ID that can be used.', status)
    : l10n.t('The service answered with status {0}, but not as the API reference describes.', status);
}

/** The request that failed; by default, one to create a job, with a token. */
export interface FailedRequest {
  /** The kind of credential that the request had. */
  readonly credential?: Credential['kind'];
  readonly action?: 'create' | 'update' | 'show' | 'listInstances';
}

function rejectionSentence(
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

/** Returns code, message, solution, and request ID, as far as the answer has them; with less than 500 characters. */
export function answerDetails({ body, excerpt, requestId }: Pick<Rejection, 'body' | 'excerpt' | 'requestId'>): string {
  const said = [quoted(codesOf(body)[0] ?? '', longestCode), quoted(body.message ?? '', longestMessage)]
    .filter((part) => part !== '')
    .join(': ');
  const solution = quoted(body.solution ?? '', longestSolution);
  const page = said === '' ? quoted(excerpt ?? '', longestMessage) : '';
  return [
    said !== '' ? l10n.t('The service reported: {0}.', said) : '',
    solution !== '' ? l10n.t('It advises: {0}.', solution) : '',
    page !== '' ? l10n.t('The response isn’t JSON, perhaps a proxy’s page: “{0}”.', page) : '',
    requestId !== undefined ? l10n.t('Request ID: {0}.', quoted(requestId, longestRequestId)) : '',
  ]
    .filter((part) => part !== '')
    .join(' ');
}

function withCause(sentence: string, cause: string | undefined): string {
  return cause === undefined ? sentence : `${sentence} (${cause})`;
}
