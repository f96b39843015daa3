import * as l10n from '@vscode/l10n';
import { quoted } from '../../failures/quoted.ts';
import type { Prompts } from '../../prompts/prompts.ts';
import { redaction } from '../../redaction/redaction.ts';
import type { Services } from '../../services.ts';
import { outcomeMessage } from '../report/outcomeMessage.ts';
import { showInDocument } from '../report/report.ts';
import type { Entry } from './entry.ts';
import type { Result } from './sendBatch.ts';
import { inParentheses, joinNames } from '../../../../language/src/joining.ts';

/** The services that reporting uses. */
export type ReportServices = Pick<Services, 'answers' | 'prompts' | 'showTable'>;

/** The outcome of a document, for a row of the table. */
export interface Row {
  readonly kind: 'created' | 'updated' | 'notConfirmed' | 'notSubmitted' | 'unchanged';
  readonly name: string;
  /** Sentences. */
  readonly text: string;
  /** Whether the Problems view has more. */
  readonly isInProblems: boolean;
}

/**
 * Reports a batch in one message, with a table of the outcome of each document, and marks in the documents what the
 * service's answers name.
 */
export async function reportBatch(
  services: ReportServices,
  entries: readonly Entry[],
  results: readonly Result[],
): Promise<void> {
  const { prompts, showTable } = services;
  const rows = rowsOf(services, entries, results);
  const [table, problems] = [l10n.t('Show Table'), l10n.t('Open Problems')];
  const actions = rows.some(({ isInProblems }) => isInProblems) ? [table, problems] : [table];
  const chosen = await prompts[levelOf(rows)](summaryOf(rows), ...actions);
  const secrets = entries.flatMap((entry) => (entry.kind === 'planned' ? entry.submission.job.secrets : []));
  if (chosen === table) await showTable(l10n.t('Submitted Jobs'), redaction(secrets)(tableOf(rows)));
  if (chosen === problems) await showProblems(prompts, entries);
}

/** Returns the outcome of each document, and marks in the documents what the service's answers name. */
export function rowsOf(
  services: Pick<ReportServices, 'answers'>,
  entries: readonly Entry[],
  results: readonly Result[],
): readonly Row[] {
  return entries.map((entry) =>
    rowOf(
      services,
      entry,
      results.find((result) => result.entry === entry),
    ),
  );
}

/** As many documents are opened. */
const mostShown = 5;

/** Opens the first documents with errors, which the Problems view doesn't have before, and that view. */
async function showProblems(prompts: Prompts, entries: readonly Entry[]): Promise<void> {
  const documents = entries.flatMap((entry) => (entry.kind === 'notReady' ? (entry.withProblems ?? []) : []));
  for (const document of documents.slice(0, mostShown)) await document.show();
  await prompts.showProblems();
}

function rowOf({ answers }: Pick<ReportServices, 'answers'>, entry: Entry, result: Result | undefined): Row {
  if (entry.kind === 'notReady') {
    const isInProblems = entry.withProblems !== undefined;
    return { kind: 'notSubmitted', name: entry.path, text: entry.reason, isInProblems };
  }
  const { submission, path } = entry;
  const { job, uri, connection } = submission;
  const name = `${quoted(job.name, longestName)} → ${quoted(connection.name, longestName)}${inParentheses(path)}`;
  if (result === undefined) {
    return { kind: 'unchanged', name, text: l10n.t('Nothing to do.'), isInProblems: false };
  }
  if ('reason' in result) return { kind: 'notSubmitted', name, text: result.reason, isInProblems: false };
  const { action, outcome } = result;
  const named = showInDocument(answers, uri, outcome);
  const { message } = outcomeMessage(outcome, { action, name: job.name, connection, run: '', named });
  return { kind: kindOf(result), name, text: message, isInProblems: named.places > 0 };
}

const longestName = 50;

function kindOf({ action, outcome }: Extract<Result, { outcome: unknown }>): Row['kind'] {
  switch (outcome.kind) {
    case 'accepted':
    case 'found':
      return action.kind === 'create' ? 'created' : 'updated';
    case 'refused':
      return 'notSubmitted';
    default:
      return 'notConfirmed';
  }
}

function levelOf(rows: readonly Row[]): 'info' | 'warn' | 'error' {
  if (rows.some(({ kind }) => kind === 'notSubmitted')) return 'error';
  return rows.some(({ kind }) => kind === 'notConfirmed') ? 'warn' : 'info';
}

/** Returns the kinds in the order in which they are shown, with their number in words. */
function countsOf(rows: readonly Row[]): (readonly [kind: Row['kind'], count: string])[] {
  const count = (kind: Row['kind']): number => rows.filter((row) => row.kind === kind).length;
  const counts: readonly (readonly [Row['kind'], string])[] = [
    ['notSubmitted', l10n.t('{0} not submitted', count('notSubmitted'))],
    ['notConfirmed', l10n.t('{0} not confirmed', count('notConfirmed'))],
    ['created', l10n.t('{0} created', count('created'))],
    ['updated', l10n.t('{0} updated', count('updated'))],
    ['unchanged', l10n.t('{0} unchanged', count('unchanged'))],
  ];
  return counts.filter(([kind]) => count(kind) > 0);
}

/** Returns the message: `Jobs: 3 created, 1 updated.` */
export function summaryOf(rows: readonly Row[]): string {
  return l10n.t('Jobs: {0}.', joinNames(countsOf(rows).map(([, count]) => count)));
}

/** Returns the rows as a text, with a heading for each kind. */
export function tableOf(rows: readonly Row[]): string {
  return countsOf(rows)
    .flatMap(([kind, count]) => [
      count,
      ...rows.filter((row) => row.kind === kind).flatMap(({ name, text }) => [`  ${name}`, `    ${text}`]),
      '',
    ])
    .join('\n');
}
