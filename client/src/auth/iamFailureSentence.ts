import * as l10n from '@vscode/l10n';
import type { Failure, Rejection } from '../api/errors.ts';
import type { Connection } from '../connections/connection.ts';
import { answerDetails } from '../failures/answerDetails.ts';
import { shortenedConnection } from '../failures/failureExplanation.ts';
import { failureSentence } from '../failures/failureSentence.ts';
import { isRedirect, waitFor } from '../failures/rejectionExplanation.ts';
import { inParentheses, joinSentences } from '../../../language/src/joining.ts';

/** What it means to a user that IAM issued no token: what happened, and what to do. */
export function iamFailureSentence(failure: Failure, at: Connection): string {
  const connection = shortenedConnection(at);
  switch (failure.kind) {
    case 'rejected':
      return joinSentences(rejectionSentence(failure, connection), answerDetails(failure));
    case 'unreadable':
      return joinSentences(
        l10n.t(
          '{0} returned status {1} without a token. Check the IAM endpoint of connection "{2}".',
          connection.iamEndpoint,
          failure.status,
          connection.name,
        ),
        answerDetails({ ...failure, body: {} }),
      );
    case 'unreachable':
      return l10n.t(
        'Couldn’t reach {0}{1}. Check the network, the proxy (http.proxy), and the IAM endpoint of connection "{2}".',
        connection.iamEndpoint,
        inParentheses(failure.cause),
        connection.name,
      );
    case 'canceled':
      return l10n.t('Sign-in canceled.');
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
  if (isRedirect({ status })) {
    return l10n.t(
      '{0} returned a redirect. Redirects aren’t followed, so that your password isn’t sent elsewhere. Set the final IAM endpoint of connection "{1}".',
      connection.iamEndpoint,
      connection.name,
    );
  }
  switch (status) {
    case 400:
      return l10n.t(
        'IAM rejected the request (400). Check the project ID and the IAM endpoint of connection "{0}".',
        connection.name,
      );
    case 401:
      return l10n.t(
        'Sign-in failed (401): wrong account, user name, or password. Repeated failures lock the user. A HUAWEI ID can’t sign in here.',
      );
    case 403:
      return l10n.t(
        'IAM denied access (403). Ask your administrator for programmatic access and access to this project.',
      );
    case 404:
      return l10n.t(
        'IAM wasn’t found at this URL (404). Check the project ID and the IAM endpoint of connection "{0}".',
        connection.name,
      );
    case 429:
      return l10n.t('Too many requests to IAM (429). {0}, then sign in again.', waitFor({ retryAfter }));
    default:
      return status >= 500
        ? l10n.t('IAM failed ({0}). Try again later.', status)
        : l10n.t('IAM didn’t issue a token (status {0}).', status);
  }
}
