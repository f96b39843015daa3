import type { Failure } from '../api/errors.ts';
import type { Connection } from '../connections/connection.ts';
import { answerDetails } from './answerDetails.ts';
import { failureExplanation } from './failureExplanation.ts';
import type { FailedRequest } from './rejectionExplanation.ts';
import { joinSentences } from '../../../language/src/joining.ts';

/**
 * Returns the message about a failed request: what happened and what to do, with the details of the response. Names and
 * the service's words are shortened, so that a message has less than 700 characters.
 * @param consequence what the failure means for what the user wants, as a sentence
 */
export function failureSentence(
  failure: Failure,
  connection: Connection,
  request: FailedRequest = {},
  consequence = '',
): string {
  const { reason, advice } = failureExplanation(failure, connection, request);
  const details =
    failure.kind === 'rejected'
      ? answerDetails(failure)
      : failure.kind === 'unreadable'
        ? answerDetails({ ...failure, body: {} })
        : '';
  return joinSentences(reason, consequence, advice, details);
}
