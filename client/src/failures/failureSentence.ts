import * as l10n from '@vscode/l10n';
import type { Failure, Unreadable } from '../api/errors.ts';
import { shortened } from '../api/excerpt.ts';
import type { Connection } from '../connections/connection.ts';
import { answerDetails } from './answerDetails.ts';
import { rejectionSentence, type FailedRequest } from './rejectionSentence.ts';

/** As much of a connection is shown, in characters: VS Code cuts messages at 1,000. */
const longestName = 50;
const longestEndpoint = 100;

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

function withCause(sentence: string, cause: string | undefined): string {
  return cause === undefined ? sentence : `${sentence} (${cause})`;
}
