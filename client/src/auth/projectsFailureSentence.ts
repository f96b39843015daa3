import * as l10n from '@vscode/l10n';
import type { Credential } from '../api/credential.ts';
import { isTokenFailure, type Failure, type Rejection } from '../api/errors.ts';
import type { Connection } from '../connections/connection.ts';
import { answerDetails } from '../failures/answerDetails.ts';
import { failureSentence } from '../failures/failureSentence.ts';

/** Returns why IAM didn't say which projects there are, and what to do. */
export function projectsFailureSentence(
  failure: Failure,
  connection: Connection,
  credential: Credential['kind'],
): string {
  if (failure.kind === 'rejected') {
    return [rejectionSentence(failure, credential), answerDetails(failure)].filter((part) => part !== '').join(' ');
  }
  const sentence = failureSentence(failure, { ...connection, endpoint: connection.iamEndpoint });
  return l10n.t('{0} Enter the project ID.', sentence);
}

function rejectionSentence(failure: Rejection, credential: Credential['kind']): string {
  const { status } = failure;
  if (isTokenFailure(failure)) {
    return credential === 'accessKey'
      ? l10n.t('The access keys weren’t accepted ({0}). Check both keys and this computer’s clock.', status)
      : l10n.t('The token wasn’t accepted ({0}). Tokens are valid for 24 hours: paste a new one.', status);
  }
  return status === 403
    ? l10n.t('You aren’t allowed to list the projects (403). Enter the project ID.')
    : l10n.t('IAM didn’t list the projects (status {0}). Enter the project ID.', status);
}
