import * as l10n from '@vscode/l10n';
import type { Failure, Interruption, Unreadable } from '../api/errors.ts';
import { shortened } from '../api/excerpt.ts';
import type { Connection } from '../connections/connection.ts';
import type { Explanation } from './explanation.ts';
import { rejectionExplanation, type FailedRequest } from './rejectionExplanation.ts';
import { inParentheses } from '../../../language/src/joining.ts';

/** As much of a connection is shown, in characters: VS Code cuts messages at 1,000. */
const longestName = 50;
const longestEndpoint = 100;

/** Returns what a failed request means, and what to do. */
export function failureExplanation(failure: Failure, at: Connection, request: FailedRequest = {}): Explanation {
  const connection = shortenedConnection(at);
  switch (failure.kind) {
    case 'rejected':
      return rejectionExplanation(failure, connection.name, request);
    case 'unreadable':
      return { reason: unreadableSentence(failure), advice: '' };
    default:
      return interruptionExplanation(failure, connection);
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

function interruptionExplanation({ kind, cause }: Interruption, { name, endpoint }: Connection): Explanation {
  // The system's code for it, such as ECONNREFUSED.
  const shown = inParentheses(cause);
  switch (kind) {
    case 'unreachable':
      return {
        reason: l10n.t('Couldn’t reach {0}{1}.', endpoint, shown),
        advice: l10n.t('Check the network, the proxy (http.proxy), and the endpoint of connection "{0}".', name),
      };
    case 'untrusted':
      return {
        reason: l10n.t('The certificate of {0} isn’t trusted{1}.', endpoint, shown),
        advice: l10n.t('If your company has its own certificate authority, add it to the system’s certificates.'),
      };
    case 'insecure':
      return {
        reason: l10n.t('Couldn’t make a secure connection to {0}{1}.', endpoint, shown),
        advice: l10n.t(
          'The server may use plain HTTP. Check the endpoint of connection "{0}" and the proxy (http.proxy).',
          name,
        ),
      };
    case 'malformed':
      return {
        reason: l10n.t('The response from {0} isn’t valid HTTP{1}.', endpoint, shown),
        advice: l10n.t('Check the endpoint of connection "{0}" and the proxy (http.proxy).', name),
      };
    case 'lost':
      return {
        reason: l10n.t('The connection to {0} was lost before a response arrived{1}.', endpoint, shown),
        advice: '',
      };
    case 'unexplained':
      return {
        reason: l10n.t('The request to {0} failed. The browser doesn’t report why.', endpoint),
        advice: l10n.t(
          'The service must be reachable and allow requests from this page (CORS). VS Code for the desktop doesn’t need CORS.',
        ),
      };
    case 'timeout':
      return { reason: l10n.t('{0} didn’t respond in time (lakeformation.requestTimeout).', endpoint), advice: '' };
    case 'canceled':
      return { reason: l10n.t('You canceled the request.'), advice: '' };
  }
}

function unreadableSentence({ status, lacks, largest }: Unreadable): string {
  if (largest !== undefined) return l10n.t('The response is larger than {0} MB, so it can’t be read.', largest);
  return lacks === 'jobId'
    ? l10n.t('The service returned status {0}, but no valid job ID.', status)
    : l10n.t('The service returned status {0}, but not the response that the API reference describes.', status);
}
