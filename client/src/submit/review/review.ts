import * as l10n from '@vscode/l10n';
import { secretsOf, type Credential } from '../../api/credential.ts';
import type { JobsApi } from '../../api/jobs.ts';
import { redaction } from '../../redaction/redaction.ts';
import type { Services } from '../../services.ts';
import { askBesides, coveredHeader } from './askBesides.ts';
import { changesBetween, readableText } from './changes.ts';
import { readJobDocument } from '../job.ts';
import { needsConfirmation } from './needsConfirmation.ts';
import { planOf, targetOf, type Plan } from './plan.ts';
import { prerequisiteWarnings } from './prerequisiteWarnings.ts';
import { reviewQuestion, whereItGoes, type ReviewAction, type ReviewQuestion } from './reviewText.ts';
import { isOfOtherType, isOtherInstance, samplesLine, type Reviewed } from './reviewWarnings.ts';
import { isSameSituation, readSituation } from './situation.ts';
import type { Action, Decision, Kept, Submission } from '../submission.ts';

/** The services that a review uses. */
export type ReviewServices = Pick<
  Services,
  | 'agreedDestinations'
  | 'confirmSetting'
  | 'history'
  | 'jobLinks'
  | 'looksUp'
  | 'now'
  | 'prerequisites'
  | 'prompts'
  | 'showChanges'
  | 'showRequest'
  | 'showResponse'
>;

/** How long an answer of the user holds, in milliseconds. After that, the existing jobs are read again. */
const answerHolds = 30_000;

/**
 * Reads what was submitted of the document and the jobs that exist, and asks what to do, until the answer is about what there
 * is now.
 * @param previous an earlier decision; it holds where nothing was accepted since then, and the same jobs still exist
 * @returns `undefined` when the user cancels or has submitted the document again
 * @throws NotReadyError when it is being submitted
 * @throws ApiError when nothing can be sent
 */
export async function decide(
  services: ReviewServices,
  submission: Submission,
  api: JobsApi,
  credential: Credential,
  previous: Decision | undefined,
): Promise<Decision | Kept | undefined> {
  let decision = previous;
  for (;;) {
    const situation = await readSituation(services, submission, api);
    if (submission.attempt.isOvertaken()) return undefined;
    if (decision && isSameSituation(decision, situation)) return { ...decision, ...situation };
    const { existing, last, linked } = situation;
    const target = await targetOf(services.prompts, submission.job.name, situation);
    if (target === undefined) return undefined;
    const plan = await planOf(services.prompts, submission, api, target, last);
    if (submission.attempt.isOvertaken()) return undefined;
    const askedAt = services.now();
    const destinations = await services.agreedDestinations.review(submission.connection, submission.destinations);
    const reviewed = { submission, destinations, existing, last, linked, askedAt };
    const action = await review(services, plan, reviewed, credential);
    if (action === undefined || submission.attempt.isOvertaken()) return undefined;
    if ('kept' in action) return action;
    await services.agreedDestinations.agree(submission.connection, destinations);
    decision = { action, ...situation };
    if (services.now() - askedAt <= answerHolds) return decision;
  }
}

/** What is asked about. */
interface Asked extends Reviewed {
  readonly submission: Submission;
  /** When the existing jobs were known, in milliseconds since 1970. */
  readonly askedAt: number;
}

/** Returns what to do, after asking where that is needed; `undefined` when the user cancels. */
async function review(
  services: ReviewServices,
  plan: Plan,
  reviewed: Asked,
  credential: Credential,
): Promise<Action | Kept | undefined> {
  const { submission, destinations, existing, last } = reviewed;
  const isSuspect =
    samplesLine(submission.job.body) !== undefined || isOtherInstance(submission) || isOfOtherType(reviewed);
  const asked = { ...submission, destinations, isSuspect };
  if (!needsConfirmation(services.confirmSetting(), asked, existing, last)) return { kind: 'create' };
  const missing = await prerequisiteWarnings(services, services.prompts, submission, credential);
  if (submission.attempt.isOvertaken()) return undefined;
  const question = reviewQuestion(plan, { ...reviewed, missing });
  let chosen = await ask(services, question);
  while (chosen === 'showChanges' || chosen === 'showRequest' || chosen === 'showJob') {
    await show(services, chosen, plan, reviewed, credential);
    chosen = await askBesides(services.prompts, question.message, question.actions.filter(isEnding));
  }
  if (chosen === undefined) return undefined;
  if (chosen === 'run' && plan.kind !== 'create') return { kept: plan.job };
  return chosen === 'update' && plan.kind !== 'create' ? { kind: 'update', job: plan.job } : { kind: 'create' };
}

async function ask({ prompts }: ReviewServices, question: ReviewQuestion): Promise<ReviewAction | undefined> {
  const { message, detail, actions, isWarning } = question;
  const chosen = await prompts.choose({ message, detail, actions: actions.map(({ title }) => title), isWarning });
  return actions.find(({ title }) => title === chosen)?.kind;
}

/** Whether an action ends the review. */
function isEnding({ kind }: ReviewQuestion['actions'][number]): boolean {
  return kind === 'submit' || kind === 'update' || kind === 'another' || kind === 'run';
}

async function show(
  services: ReviewServices,
  what: 'showChanges' | 'showRequest' | 'showJob',
  plan: Plan,
  reviewed: Asked,
  credential: Credential,
): Promise<void> {
  const { job, text, uri, connection } = reviewed.submission;
  const shown = plan.kind === 'create' ? undefined : plan.shown;
  if (what === 'showRequest' || shown === undefined) return showRequest(services, plan, reviewed);
  // The service returns URLs as they were sent, with the passwords in them.
  const json = JSON.stringify(shown, null, 2);
  const redact = redaction([...secretsOf(credential), ...job.secrets, ...(readJobDocument(json)?.secrets ?? [])]);
  if (what === 'showJob') return services.showResponse(job.name, redact(json));
  const { before, after } = changesBetween(shown, { written: text, sent: job.body });
  const header = coveredHeader(whereItGoes(plan, reviewed))
    .map((line) => `// ${line}`.trimEnd())
    .join('\n');
  await services.showChanges({
    uri,
    title: l10n.t('{0}: {1} ↔ document', job.name, connection.name),
    before: `${redact(header)}\n${redact(readableText(before))}`,
    after: `${redact(header)}\n${redact(readableText(after))}`,
  });
}

async function showRequest(
  services: ReviewServices,
  plan: Plan,
  { submission, existing, askedAt }: Asked,
): Promise<void> {
  const { job, uri, connection } = submission;
  return services.showRequest({
    uri,
    connection,
    name: job.name,
    type: job.type,
    job: plan.kind === 'create' ? undefined : plan.job,
    existing,
    at: askedAt,
  });
}
