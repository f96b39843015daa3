import * as l10n from '@vscode/l10n';
import { quoted } from '../../failures/quoted.ts';
import { changesBetween } from '../review/changes.ts';
import { reviewWarnings } from '../review/reviewWarnings.ts';
import { sharedSecretsLine } from '../review/sharedSecretsLine.ts';
import { changedProperties } from './changedProperties.ts';
import type { Entry, NotReady, Planned } from './entry.ts';
import { inParentheses, joinNames, labeled } from '../../../../language/src/joining.ts';

/** As many jobs and properties are named in a line. */
const mostNames = 5;
const longestName = 50;
const longestPath = 200;

/** Returns what would be done with the documents, a line for each kind: `Create 2: nightly, hourly`. */
export function summaryLines(entries: readonly Entry[]): string[] {
  return groups(entries).map(({ title, jobs }) => labeled(title, namesOf(jobs.map(nameOf))));
}

/** Returns what would be done with each document, as the lines of a table with a heading for each kind. */
export function tableLines(entries: readonly Entry[]): string[] {
  return groups(entries).flatMap(({ title, jobs }) => [title, ...jobs.flatMap(rowsOf), '']);
}

/** Returns what a review warns of, a line each, with the job's name. */
export function warningLines(entries: readonly Entry[]): string[] {
  return entries.flatMap((entry) => warningsOf(entry).map((warning) => labeled(nameOf(entry), warning)));
}

/** Returns as many texts as a line has place for, and how many others there are. */
export function namesOf(names: readonly string[]): string {
  const shown = joinNames(names.slice(0, mostNames));
  return names.length <= mostNames ? shown : l10n.t('{0}, and {1} more', shown, names.length - mostNames);
}

interface Group {
  readonly title: string;
  readonly jobs: readonly Entry[];
}

function groups(entries: readonly Entry[]): Group[] {
  const of = (kind: Planned['plan']['kind'] | NotReady['kind']): Entry[] =>
    entries.filter((entry) => (entry.kind === 'planned' ? entry.plan.kind : entry.kind) === kind);
  const [create, update, unchanged, refused] = [of('create'), of('update'), of('unchanged'), of('notReady')];
  return [
    { title: l10n.t('Create {0}', create.length), jobs: create },
    { title: l10n.t('Update {0}', update.length), jobs: update },
    { title: l10n.t('Unchanged {0}', unchanged.length), jobs: unchanged },
    { title: l10n.t('Not ready {0}', refused.length), jobs: refused },
  ].filter(({ jobs }) => jobs.length > 0);
}

/** The job's name; the document's where the job can't be read. */
function nameOf(entry: Entry): string {
  return entry.kind === 'planned' ? quoted(entry.submission.job.name, longestName) : quoted(entry.path, longestPath);
}

function rowsOf(entry: Entry): string[] {
  if (entry.kind === 'notReady') return [`  ${nameOf(entry)}`, `    ${entry.reason}`];
  const { path, submission, plan } = entry;
  return [
    `  ${nameOf(entry)} → ${quoted(submission.connection.name, longestName)}${inParentheses(quoted(path, longestPath))}`,
    ...(plan.kind === 'create' ? [] : [`    ${l10n.t('Job: {0}', plan.job.id)}`]),
    ...changeLine(entry),
    ...sharedLine(entry),
    ...warningsOf(entry).map((warning) => `    ⚠ ${warning}`),
  ];
}

function changeLine(entry: Planned): string[] {
  if (entry.plan.kind !== 'update') return [];
  const names = changesOf(entry);
  return [
    `    ${names === undefined ? l10n.t('Couldn’t read the job, so the changes aren’t known.') : l10n.t('Changes: {0}', namesOf(names))}`,
  ];
}

/** Returns the names of the properties that an update changes; `undefined` if the job can’t be read. */
export function changesOf({ submission: { text, job }, plan }: Planned): readonly string[] | undefined {
  if (plan.kind !== 'update') return [];
  return plan.shown && changedProperties(changesBetween(plan.shown, { written: text, sent: job.body }));
}

/** For production it's among the warnings. */
function sharedLine({ submission: { connection, job } }: Planned): string[] {
  const line = connection.production === true ? undefined : sharedSecretsLine(job);
  return line === undefined ? [] : [`    ${line}`];
}

/** Returns what a review of a document warns of, a line each. */
export function warningsOf(entry: Entry): string[] {
  if (entry.kind === 'notReady' || entry.plan.kind === 'unchanged') return [];
  const { submission, destinations, situation, plan, missing } = entry;
  const updated = plan.kind === 'create' ? undefined : plan.job;
  return reviewWarnings({ submission, destinations, ...situation, updated, missing });
}
