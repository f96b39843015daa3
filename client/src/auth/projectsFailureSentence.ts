import * as l10n from '@vscode/l10n';
import type { Credential } from '../api/credential.ts';
import { isTokenFailure, type Failure, type Rejection } from '../api/errors.ts';
import type { Connection } from '../connections/connection.ts';
import { answerDetails } from '../failures/answerDetails.ts';
import { failureSentence } from '../failures/failureSentence.ts';
import { joinSentences } from '../../../language/src/joining.ts';

/** Returns why IAM didn't list the projects, and what to do. */
export function projectsFailureSentence(
  failure: Failure,
  connection: Connection,
  credential: Credential['kind'],
): string {
  if (failure.kind === 'rejected') {
    return joinSentences(rejectionSentence(failure, credential), answerDetails(failure));
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
    ? l10n.t('You don’t have permission to list projects (403). Enter the project ID.')
    : l10n.t('Couldn’t list the projects (status {0}). Enter the project ID.', status);
}
