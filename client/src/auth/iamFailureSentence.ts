import * as l10n from '@vscode/l10n';
import type { Failure, Rejection } from '../api/errors.ts';
import type { Connection } from '../connections/connection.ts';
import { answerDetails } from '../failures/answerDetails.ts';
import { failureSentence, shortenedConnection } from '../failures/failureSentence.ts';
import { waitFor } from '../failures/rejectionSentence.ts';

/** What it means to a user that IAM issued no token: what happened, and what to do. */
export function iamFailureSentence(failure: Failure, at: Connection): string {
  const connection = shortenedConnection(at);
  switch (failure.kind) {
    case 'rejected':
      return [rejectionSentence(failure, connection), answerDetails(failure)].filter((part) => part !== '').join(' ');
    case 'unreadable':
      return [
        l10n.t(
          '{0} answered with status {1}, but with no token. Check iamEndpoint of connection "{2}".',
          connection.iamEndpoint,
          failure.status,
          connection.name,
        ),
        answerDetails({ ...failure, body: {} }),
      ]
        .filter((part) => part !== '')
        .join(' ');
    case 'unreachable': {
      const sentence = l10n.t(
        '{0} cannot be reached. Check the network, the proxy (http.proxy) and iamEndpoint of connection "{1}".',
        connection.iamEndpoint,
        connection.name,
      );
      return failure.cause === undefined ? sentence : `${sentence} (${failure.cause})`;
    }
    case 'cancelled':
      return l10n.t('You cancelled signing in.');
    case 'untrusted':
    case 'insecure':
    case 'malformed':
    case 'lost':
    case 'unexplained':
    case 'timeout':
      return failureSentence(failure, { ...connection, endpoint: connection.iamEndpoint });
  }
}

function rejectionSentence({ status, retryAfter }: Rejection, connection: Connection): string {
  if (status === 0 || (status >= 300 && status < 400)) {
    return l10n.t(
      '{0} answers with a redirect, which is not followed so that your password goes nowhere else. Set the final iamEndpoint of connection "{1}".',
      connection.iamEndpoint,
      connection.name,
    );
  }
  switch (status) {
    case 400:
      return l10n.t(
        'IAM cannot read the request (400). Check projectId and iamEndpoint of connection "{0}".',
        connection.name,
      );
    case 401:
      return l10n.t(
        'Sign-in failed (401): wrong account, user name, or password. Repeated failures lock the user. A HUAWEI ID can’t sign in here.',
      );
    case 403:
      return l10n.t(
        'IAM does not let this user in (403). Ask your administrator whether it may use the API and this project.',
      );
    case 404:
      return l10n.t(
        'IAM was not found here (404). Check projectId and iamEndpoint of connection "{0}".',
        connection.name,
      );
    case 429:
      return l10n.t('IAM receives too many requests (429). {0}, then sign in again.', waitFor({ retryAfter }));
    default:
      return status >= 500
        ? l10n.t('IAM failed ({0}). Try again later.', status)
        : l10n.t('IAM refused to issue a token, with status {0}.', status);
  }
}
