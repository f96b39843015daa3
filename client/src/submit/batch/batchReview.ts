import * as l10n from '@vscode/l10n';
import { redaction } from '../../redaction/redaction.ts';
import type { Services } from '../../services.ts';
import { askBesides, coveredHeader } from '../review/askBesides.ts';
import { isChange, type Entry, type Planned } from './entry.ts';
import { summaryLines, tableLines, warningLines } from './batchTable.ts';
import { joinNames } from '../../../../language/src/joining.ts';

/** As many warnings are shown in the question; the table has all. */
const mostWarnings = 8;

/**
 * Asks once about all documents of a batch. Where something may be wrong, for production, and where jobs are updated, Enter
 * only shows the table.
 * @returns whether to submit those that change something
 */
export async function reviewBatch(
  { prompts, showTable }: Pick<Services, 'prompts' | 'showTable'>,
  entries: readonly Entry[],
): Promise<boolean> {
  const redact = redaction(secretsIn(entries));
  const question = batchQuestion(entries);
  const { submit, show } = question;
  const detail = redact(question.detail);
  const chosen = await prompts.choose({ ...question, detail });
  if (chosen !== show) return chosen === submit;
  const header = coveredHeader([question.message, ...detail.split('\n')]);
  await showTable(l10n.t('Jobs to Submit'), redact([...header, ...tableLines(entries)].join('\n')));
  return (await askBesides(prompts, question.message, [{ kind: 'submit', title: submit }])) === 'submit';
}

/** The question about a batch. */
export interface BatchQuestion {
  readonly message: string;
  readonly detail: string;
  /** The first one is what Enter does. */
  readonly actions: readonly string[];
  readonly isWarning: boolean;
  readonly submit: string;
  readonly show: string;
}

/** Returns the question about documents of which at least one changes something. */
export function batchQuestion(entries: readonly Entry[]): BatchQuestion {
  const changes = entries.filter(isChange);
  const connections = new Map(changes.map(({ submission: { connection } }) => [connection.name, connection]));
  const production = [...connections.values()].filter((connection) => connection.production === true);
  const warnings = [
    ...production.map(({ name }) => l10n.t('{0} is a production connection.', name)),
    ...shortened(warningLines(entries)),
  ];
  const isWarning = warnings.length > 0;
  const submit = changes.length === 1 ? l10n.t('Submit 1 Job') : l10n.t('Submit {0} Jobs', changes.length);
  const show = l10n.t('Show Table');
  const isSafe = !isWarning && changes.every(({ plan }) => plan.kind === 'create');
  const names = joinNames([...connections.keys()]);
  return {
    message:
      changes.length === 1
        ? l10n.t('Submit 1 job to {0}?', names)
        : l10n.t('Submit {0} jobs to {1}?', changes.length, names),
    detail: [warnings.map((line) => `⚠ ${line}`), summaryLines(entries), [...connections.values()].map(connectionLine)]
      .filter((lines) => lines.length > 0)
      .map((lines) => lines.join('\n'))
      .join('\n\n'),
    actions: isSafe ? [submit, show] : [show, submit],
    isWarning,
    submit,
    show,
  };
}

/** Returns the line about a connection. */
export function connectionLine({ name, endpoint, instanceId }: Planned['submission']['connection']): string {
  return l10n.t('Connection: {0} ({1}), instance {2}', name, endpoint, instanceId);
}

function shortened(lines: readonly string[]): string[] {
  return lines.length <= mostWarnings
    ? [...lines]
    : [...lines.slice(0, mostWarnings - 1), l10n.t('{0} more warnings in the table', lines.length - mostWarnings + 1)];
}

function secretsIn(entries: readonly Entry[]): string[] {
  return entries.flatMap((entry) => (entry.kind === 'planned' ? entry.submission.job.secrets : []));
}
