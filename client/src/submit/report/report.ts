import * as l10n from '@vscode/l10n';
import { jsonValue } from '../../../../language/src/documents/parse.ts';
import type { Failure } from '../../api/errors.ts';
import type { Connection } from '../../connections/connection.ts';
import type { NamedPlaces } from '../../environment.ts';
import { failureReport } from '../../failures/failureReport.ts';
import type { Services } from '../../services.ts';
import { outcomeMessage, type OutcomeMessage } from './outcomeMessage.ts';
import { jobOf } from '../linkJob.ts';
import { jobSchedule, runSentence } from './runSentence.ts';
import type { Action, Outcome, Submission } from '../submission.ts';
import { joinSentences } from '../../../../language/src/joining.ts';

/** A submission with its outcome. */
export interface Reported {
  readonly submission: Submission;
  readonly action: Action;
  readonly outcome: Outcome;
  /** Looks the outcome up again and records it. */
  readonly lookUp: () => Promise<Outcome>;
}

/** The services that reporting uses. */
export type ReportServices = Pick<
  Services,
  'answers' | 'copyAsCurl' | 'editConnection' | 'now' | 'prompts' | 'showResponse' | 'startJob'
>;

/**
 * Reports the outcome of a submission, marks in the document what the service's answer names, and does what the user
 * chooses then. Resolves when the message is closed.
 */
export async function reportOutcome(services: ReportServices, reported: Reported): Promise<void> {
  const { submission, action, outcome } = reported;
  const { job, uri, connection } = submission;
  const named = showInDocument(services.answers, uri, outcome);
  const run = runSentence(jsonValue(job.body), new Date(services.now()));
  const shown = outcomeMessage(outcome, { action, name: job.name, connection, run, named });
  await showMessage(services, shown, [
    ...jobButtons(services, reported, shown),
    ...(named.places > 0
      ? [{ title: l10n.t('Show in Document'), run: async () => services.prompts.showProblems() }]
      : []),
    ...connectionButtons(services, shown, connection),
  ]);
}

/** Marks in a document what the service's answer names; returns that. */
export function showInDocument(answers: Services['answers'], uri: string, outcome: Outcome): NamedPlaces {
  const isRejected = 'failure' in outcome && outcome.failure.kind === 'rejected';
  return isRejected ? answers.show(uri, outcome.failure) : { places: 0 };
}

/**
 * Reports that a submission failed before anything was sent, or was refused.
 * @param consequence what that means for the job, as a sentence
 */
export async function reportFailure(
  services: ReportServices,
  failure: Failure,
  { connection, uri }: Pick<Submission, 'connection' | 'uri'>,
  consequence: string,
): Promise<void> {
  const { reason, advice, details, isAboutConnection, page } = failureReport(failure, connection);
  const shown = {
    level: 'error',
    message: joinSentences(reason, consequence, advice),
    details,
    isAboutConnection,
    page,
  } as const;
  // A shell isn't subject to CORS.
  const copy = { title: l10n.t('Copy as cURL'), run: async () => services.copyAsCurl(uri) };
  await showMessage(services, shown, [
    ...(failure.kind === 'unexplained' ? [copy] : []),
    ...connectionButtons(services, shown, connection),
  ]);
}

interface Button {
  readonly title: string;
  readonly run: () => Promise<void>;
}

/** What can be done with the job. */
function jobButtons(services: ReportServices, reported: Reported, shown: OutcomeMessage): Button[] {
  const { jobId, response, canLookUp } = shown;
  const checkAgain = async (): Promise<void> =>
    reportOutcome(services, { ...reported, outcome: await reported.lookUp() });
  return [
    ...(canLookUp === true ? [{ title: l10n.t('Check Again'), run: checkAgain }] : []),
    ...startButton(services, reported),
    ...(jobId === undefined ? [] : [{ title: l10n.t('Copy ID'), run: async () => services.prompts.copy(jobId) }]),
    ...(response === undefined
      ? []
      : [
          {
            title: l10n.t('Show Response'),
            run: async () => services.showResponse(reported.submission.job.name, response()),
          },
        ]),
  ];
}

/** A job without a schedule has to be started. */
function startButton({ startJob }: ReportServices, { submission, outcome }: Reported): Button[] {
  const { connection, job } = submission;
  const id = jobOf(outcome)?.id;
  if (id === undefined || jobSchedule(jsonValue(job.body)) !== undefined) return [];
  const { name, type } = job;
  return [{ title: l10n.t('Start'), run: async () => startJob({ connection, id, name, type }) }];
}

function connectionButtons(
  services: ReportServices,
  { isAboutConnection }: OutcomeMessage,
  { name }: Connection,
): Button[] {
  const run = async (): Promise<void> => services.editConnection(name);
  return isAboutConnection === true ? [{ title: l10n.t('Edit Connection'), run }] : [];
}

/** Shows a message, with its details behind a button, and does what the user chooses. */
async function showMessage(
  { prompts }: ReportServices,
  shown: OutcomeMessage,
  buttons: readonly Button[],
): Promise<void> {
  const { level, message, details, page } = shown;
  const inDetails: readonly Button[] = [
    { title: l10n.t('Copy Details'), run: async () => prompts.copy(details ?? '') },
    ...buttons,
    ...(page === undefined ? [] : [{ title: l10n.t('Error Codes'), run: async () => prompts.openPage(page) }]),
  ];
  const showDetails = async (): Promise<void> =>
    press(inDetails, async (actions) =>
      prompts.choose({ message, detail: details ?? '', actions, isWarning: level !== 'info' }),
    );
  const all = details === undefined ? buttons : [...buttons, { title: l10n.t('Show Details'), run: showDetails }];
  await press(all, async (actions) => prompts[level](message, ...actions));
}

async function press(
  buttons: readonly Button[],
  ask: (titles: readonly string[]) => Promise<string | undefined>,
): Promise<void> {
  const chosen = await ask(buttons.map(({ title }) => title));
  await buttons.find(({ title }) => title === chosen)?.run();
}
