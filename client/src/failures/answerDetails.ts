import * as l10n from '@vscode/l10n';
import { codesOf, type Rejection } from '../api/errors.ts';
import { quoted } from './quoted.ts';
import { joinSentences, labeled } from '../../../language/src/joining.ts';

/** As much of each part is shown, in characters. */
const longestCode = 50;
const longestMessage = 180;
const longestSolution = 80;
const longestRequestId = 64;

/** Returns code, message, solution, and request ID, as far as the answer has them; with less than 500 characters. */
export function answerDetails({ body, excerpt, requestId }: Pick<Rejection, 'body' | 'excerpt' | 'requestId'>): string {
  const code = quoted(codesOf(body)[0] ?? '', longestCode);
  const message = quoted(body.message ?? '', longestMessage);
  const said = code !== '' && message !== '' ? labeled(code, message) : code + message;
  const solution = quoted(body.solution ?? '', longestSolution);
  const page = said === '' ? quoted(excerpt ?? '', longestMessage) : '';
  return joinSentences(
    said !== '' ? l10n.t('The service reported: {0}.', said) : '',
    solution !== '' ? l10n.t('Solution: {0}.', solution) : '',
    page !== '' ? l10n.t('The response isn’t JSON. It may come from a proxy: “{0}”.', page) : '',
    requestId !== undefined ? l10n.t('Request ID: {0}.', quoted(requestId, longestRequestId)) : '',
  );
}
