import * as l10n from '@vscode/l10n';
import { joinNames } from '../../../../language/src/joining.ts';
import type { Json } from '../../../../language/src/schema/jsonSchema.ts';
import { jsonValue } from '../../../../language/src/documents/parse.ts';
import { redaction } from '../../redaction/redaction.ts';
import { leftOutProperties } from './changes.ts';
import { destinationLines } from './destinationLines.ts';
import { jobSummary } from './jobSummary.ts';
import type { Plan } from './plan.ts';
import { reviewWarnings, type Reviewed } from './reviewWarnings.ts';
import { sharedSecretsLine } from './sharedSecretsLine.ts';
import type { Submission } from '../submission.ts';

/** As many properties are named that the document leaves out. */
const mostNames = 5;

/** What can be done in the review of a submission. */
export type ReviewAction = 'submit' | 'update' | 'another' | 'run' | 'showChanges' | 'showRequest' | 'showJob';

/** The question before a job is sent. */
export interface ReviewQuestion {
  readonly message: string;
  readonly detail: string;
  /** The first one is what Enter does. */
  readonly actions: readonly { readonly kind: ReviewAction; readonly title: string }[];
  readonly isWarning: boolean;
}

/**
 * Returns the question before a job is sent: what would be done; what may be wrong; what matters of the job; and where it
 * goes. Where something may be wrong, for production, and where a job exists, Enter only shows something.
 */
export function reviewQuestion(plan: Plan, reviewed: Reviewed): ReviewQuestion {
  const { submission } = reviewed;
  const updated = plan.kind === 'update' ? plan.job : undefined;
  const warnings = reviewWarnings({ ...reviewed, updated });
  const isWarning = warnings.length > 0 || submission.connection.production === true;
  return {
    message: messageOf(plan, reviewed),
    detail: redaction(submission.job.secrets)(
      [warnings.map((line) => `⚠ ${line}`), jobSummary(jsonValue(submission.text)), whereItGoes(plan, reviewed)]
        .filter((lines) => lines.length > 0)
        .map((lines) => lines.join('\n'))
        .join('\n\n'),
    ),
    actions: actionsOf(plan, isWarning, submission.isToRun).map((kind) => ({
      kind,
      title: titleOf(kind, plan, reviewed),
    })),
    isWarning,
  };
}

function messageOf(plan: Plan, { submission: { job, connection } }: Reviewed): string {
  const names = [job.name, connection.name];
  const isProduction = connection.production === true;
  switch (plan.kind) {
    case 'create':
      return isProduction
        ? l10n.t('Submit "{0}" to the production connection "{1}" as a new job?', ...names)
        : l10n.t('Submit "{0}" to {1} as a new job?', ...names);
    case 'update':
      return isProduction
        ? l10n.t('Update "{0}" in the production connection "{1}"?', ...names)
        : l10n.t('Update "{0}" in {1}?', ...names);
    case 'unchanged':
      return plan.shown === undefined
        ? l10n.t('Nothing to do: the document is unchanged since "{0}" was submitted to {1}.', ...names)
        : l10n.t('Nothing to do: "{0}" in {1} matches the document.', ...names);
  }
}

/** Returns where a job goes, a line each: the instance, the references that are known there, and the job that exists. */
export function whereItGoes(plan: Plan, { submission, destinations }: Reviewed): string[] {
  const { connection, job, text } = submission;
  // For production it's among the warnings.
  const shared = connection.production === true ? undefined : sharedSecretsLine(job);
  return [
    l10n.t('Connection: {0} ({1})', connection.name, connection.endpoint),
    l10n.t('Project: {0}', connection.projectId),
    l10n.t('Instance: {0}', connection.instanceId),
    ...destinationLines(destinations.filter(({ isNew }) => !isNew)),
    ...(shared === undefined ? [] : [shared]),
    ...(plan.kind === 'create' ? [] : existingLines(plan, jsonValue(text), job.secrets.length > 0)),
  ];
}

function existingLines(
  { job: { id, status }, shown }: Exclude<Plan, { kind: 'create' }>,
  document: Json,
  hasSecrets: boolean,
): string[] {
  return [
    status === undefined ? l10n.t('Job: {0}', id) : l10n.t('Job: {0} ({1})', id, status),
    ...(shown === undefined ? [l10n.t('Couldn’t read the job, so the changes aren’t known.')] : []),
    ...(shown !== undefined && hasSecrets
      ? [l10n.t('Secrets aren’t compared, because the service doesn’t return them.')]
      : []),
    ...leftOutLine(shown === undefined ? [] : leftOutProperties(document, shown)),
  ];
}

/** About the properties that an update doesn't have. What the service does with them isn't documented (UpdateJobByInstance). */
function leftOutLine(names: readonly string[]): string[] {
  if (names.length === 0) return [];
  const first = joinNames(names.slice(0, mostNames));
  const shown = names.length <= mostNames ? first : l10n.t('{0}, and {1} more', first, names.length - mostNames);
  return [l10n.t('Not in the document: {0}. Whether an update resets these properties isn’t documented.', shown)];
}

function actionsOf(plan: Plan, isWarning: boolean, isToRun: boolean): ReviewAction[] {
  if (plan.kind === 'create') return isWarning ? ['showRequest', 'submit'] : ['submit', 'showRequest'];
  if (plan.kind === 'unchanged' && isToRun) {
    const show = plan.shown === undefined ? 'showRequest' : 'showJob';
    return isWarning ? [show, 'run', 'update', 'another'] : ['run', show, 'update', 'another'];
  }
  if (plan.shown === undefined) return ['showRequest', 'update', 'another'];
  return [plan.kind === 'update' ? 'showChanges' : 'showJob', 'update', 'another'];
}

function titleOf(action: ReviewAction, { kind }: Plan, { submission }: Reviewed): string {
  const { connection, isToRun } = submission;
  switch (action) {
    case 'submit':
      return submitTitle(connection, isToRun);
    case 'update':
      if (kind === 'unchanged') return isToRun ? l10n.t('Submit Anyway and Run') : l10n.t('Submit Anyway');
      return isToRun ? l10n.t('Update and Run') : l10n.t('Update');
    case 'run':
      return l10n.t('Run');
    case 'another':
      return l10n.t('Create Another Job');
    case 'showChanges':
      return l10n.t('Show Changes');
    case 'showRequest':
      return l10n.t('Preview Request');
    case 'showJob':
      return l10n.t('Show Job');
  }
}

function submitTitle({ production, name }: Submission['connection'], isToRun: boolean): string {
  if (production === true) return isToRun ? l10n.t('Submit to {0} and Run', name) : l10n.t('Submit to {0}', name);
  return isToRun ? l10n.t('Submit and Run') : l10n.t('Submit');
}
