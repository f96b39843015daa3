import * as l10n from '@vscode/l10n';
import { codesOf, isTokenFailure, type ErrorBody, type Failure, type Rejection } from '../api/errors.ts';
import type { Connection } from '../connections/connection.ts';
import { errorCodeOf } from './errorCodes.ts';
import { type Explanation } from './explanation.ts';
import { failureExplanation } from './failureExplanation.ts';
import { quoted } from './quoted.ts';
import { isFromElsewhere, isRedirect, type FailedRequest } from './rejectionExplanation.ts';
import { joinNames, joinSentences, labeled } from '../../../language/src/joining.ts';

/** As much of the service's message is shown in a message, and in its details, in characters. */
const longestReason = 160;
const longestName = 50;
const longestMessage = 2000;
const longestLine = 300;

/** A failure for a message in one line, and all that is known of it. */
export interface FailureReport extends Explanation {
  /** Everything that the response has, a line each. */
  readonly details: string;
  /** Whether the connection may be wrong. */
  readonly isAboutConnection: boolean;
  /** The page that lists the response's error code. */
  readonly page: string | undefined;
}

/** What the failed request was about. */
export interface ReportedRequest extends FailedRequest {
  /** The property of the document that the response is about. */
  readonly property?: string | undefined;
  /** Whether the response names a place of the document. */
  readonly isLocated?: boolean;
}

/**
 * Returns a failure with the service's own words first: `target_database: database sales does not exist (400).` The reason
 * and the advice have less than 600 characters; the details have the rest.
 */
export function failureReport(failure: Failure, connection: Connection, request: ReportedRequest = {}): FailureReport {
  const explanation = failureExplanation(failure, connection, request);
  const said = failure.kind === 'rejected' ? saidIn(failure, request.property) : undefined;
  return {
    reason: said ?? explanation.reason,
    advice: adviceFor(failure, explanation, request, said !== undefined),
    details: detailsOf(failure, explanation),
    isAboutConnection: isAboutConnection(failure, request),
    page: failure.kind === 'rejected' ? errorCodeOf(failure.body)?.page : undefined,
  };
}

function adviceFor(
  failure: Failure,
  { reason, advice }: Explanation,
  { action = 'create', isLocated = false }: ReportedRequest,
  isSaid: boolean,
): string {
  if (failure.kind !== 'rejected') return advice;
  if (isSaid && errorCodeOf(failure.body)?.sentence === reason) return reason;
  if (failure.status !== 400 || isTokenFailure(failure)) return advice;
  if (isLocated) return '';
  const isOfJob = action === 'create' || action === 'update';
  // A message may name the property in a way that isn't recognized: "name already used".
  return isOfJob && isSaid && !isVague(failure.body) ? l10n.t('Compare the job with the API reference.') : advice;
}

/** Whether a message is the one that the API reference has for every wrong property. */
function isVague({ message = '' }: ErrorBody): boolean {
  return /^type mismatch\b/i.test(essenceOf(message));
}

/** The service's message as a sentence, with the status; `undefined` where it has none. */
function saidIn({ status, body }: Rejection, property: string | undefined): string | undefined {
  const text = quoted(essenceOf(body.message ?? ''), longestReason);
  if (text === '') return undefined;
  const about = property === undefined || text.includes(property) ? text : labeled(quoted(property, longestName), text);
  return l10n.t('{0} ({1}).', about, status);
}

/**
 * Returns a message without what is for the maintainers of the service: the lines of a stack trace, and what is around
 * the reason in `failed to read http request, …, reason: Type mismatch., cause: …` (the API reference's example).
 */
function essenceOf(message: string): string {
  const [first = ''] = message.split(/[\r\n]+\s*/).filter((line) => line !== '');
  return /\breason: (.{1,500}?)\.?(?:, cause: |$)/.exec(first)?.[1] ?? first;
}

function detailsOf(failure: Failure, { reason, advice }: Explanation): string {
  const lines = [joinSentences(reason, advice), ...responseLines(failure)];
  return lines.filter((line) => line !== '').join('\n');
}

function responseLines(failure: Failure): string[] {
  if (failure.kind !== 'rejected' && failure.kind !== 'unreadable') return [];
  const { status, requestId, excerpt } = failure;
  const body: ErrorBody = failure.kind === 'rejected' ? failure.body : {};
  const line = (text: string | undefined, limit: number, written: (text: string) => string): string =>
    text === undefined || text === '' ? '' : written(quoted(text, limit));
  return [
    l10n.t('HTTP status: {0}', status),
    line(joinNames(codesOf(body)), longestLine, (text) => l10n.t('Code: {0}', text)),
    line(body.message, longestMessage, (text) => l10n.t('Message: {0}', text)),
    line(body.solution, longestLine, (text) => l10n.t('Solution: {0}', text)),
    line(excerpt, longestLine, (text) => l10n.t('The response isn’t JSON. It may come from a proxy: “{0}”', text)),
    line(requestId, longestLine, (text) => l10n.t('Request ID: {0}', text)),
  ];
}

function isAboutConnection(failure: Failure, { action = 'create' }: FailedRequest): boolean {
  switch (failure.kind) {
    case 'rejected': {
      const isMissing = failure.status === 404 && action === 'create';
      if (isMissing || isRedirect(failure) || isFromElsewhere(failure)) return true;
      return codesOf(failure.body).some((code) => connectionCodes.test(code));
    }
    case 'unreachable':
    case 'untrusted':
    case 'insecure':
    case 'malformed':
      return true;
    default:
      return false;
  }
}

/** An unknown API, backend, or parameter at the gateway; a URL or a project that LakeFormation doesn't know. */
const connectionCodes = /^(?:APIGW?\.(?:0101|0103|0106)|lakeformation\.000000(?:21|22))$/;
