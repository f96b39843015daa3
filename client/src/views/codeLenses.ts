import * as l10n from '@vscode/l10n';
import {
  CodeLens,
  EventEmitter,
  languages,
  Range,
  Uri,
  workspace,
  type CodeLensProvider,
  type Command,
  type Disposable,
  type TextDocument,
} from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { jsonValue } from '../../../language/src/documents/parse.ts';
import { sha256 } from '../api/signing.ts';
import { hasRun, stateLabel, stateTooltip } from '../jobs/stateLabel.ts';
import { documentationOf } from '../language/client.ts';
import type { Services } from '../services.ts';
import { remoteJobScheme } from '../jobs/remote/remoteJobScheme.ts';
import { codeLensSetting } from '../state/settings.ts';
import { lastSent } from '../state/submissionHistory.ts';
import type { SubmissionRecord } from '../state/submissionRecord.ts';
import { runTimes } from '../submit/report/runSentence.ts';
import { resultLabel, submissionLabel } from '../submit/report/submissionLabels.ts';
import type { FoundJob } from '../watch/readJobs.ts';
import { isUnderWay } from '../watch/status.ts';
import type { DocumentJob, DocumentJobs } from './documentJobs.ts';

type CodeLensServices = Pick<Services, 'configuration' | 'connections' | 'history' | 'now' | 'schedule'>;

/** The time until a state is shown once more, in milliseconds. */
const repetitionDelay = 1_000;

/** What a lens shows, and what it does. */
type Lens = Omit<Command, 'arguments'> & { readonly arguments: unknown[] };

/** Above a job: what can be done with it, its state in the service or its last submission, and the page about its block. */
export class CodeLenses implements CodeLensProvider, Disposable {
  readonly #services: CodeLensServices;
  readonly #client: BaseLanguageClient;
  readonly #jobs: DocumentJobs;
  readonly #changed = new EventEmitter<void>();
  readonly #registrations: readonly Disposable[];
  #cancelRepetition = (): void => undefined;
  readonly onDidChangeCodeLenses = this.#changed.event;

  /** @param client names the page about a job's block */
  constructor(services: CodeLensServices, client: BaseLanguageClient, jobs: DocumentJobs) {
    this.#services = services;
    this.#client = client;
    this.#jobs = jobs;
    this.#registrations = [
      languages.registerCodeLensProvider({ language: 'lfjob' }, this),
      workspace.onDidChangeConfiguration((change) => {
        if (change.affectsConfiguration('lakeformation.codeLens')) this.#changed.fire();
      }),
    ];
    jobs.onDidChange(() => this.#stateChanged());
  }

  async provideCodeLenses(document: TextDocument): Promise<CodeLens[]> {
    // A job of the service is read-only.
    if (document.uri.scheme === remoteJobScheme || !codeLensSetting(this.#services.configuration())) return [];
    const { uri } = document;
    // What can be done depends neither on the job's state nor on the page.
    const page = await documentationOf(this.#client, uri.toString()).catch(() => undefined);
    const lenses: Lens[] = [
      { title: l10n.t('Submit'), command: 'lakeformation.submitJob', arguments: [uri] },
      { title: l10n.t('Submit and Run'), command: 'lakeformation.submitAndRun', arguments: [uri] },
      { title: l10n.t('Preview Request'), command: 'lakeformation.previewRequest', arguments: [uri] },
      ...(await this.#state(document).catch(() => [])),
      ...(page
        ? [
            {
              title: l10n.t('Documentation: {0}', page.title),
              command: 'vscode.open',
              arguments: [Uri.parse(page.url)],
            },
          ]
        : []),
    ];
    return lenses.map((lens) => new CodeLens(new Range(0, 0, 0, 0), lens));
  }

  /** Has the lenses shown again, and once more: a change that follows another one may not be shown by VS Code 1.139. */
  #stateChanged(): void {
    this.#changed.fire();
    this.#cancelRepetition();
    this.#cancelRepetition = this.#services.schedule(repetitionDelay, () => this.#changed.fire());
  }

  /** The state of the document's job; without one that can be read, its last submission to the connection, or to any. */
  async #state(document: TextDocument): Promise<Lens[]> {
    const { history, connections, now } = this.#services;
    const [uri, text] = [document.uri.toString(), document.getText()];
    const submissions = await history.of(uri);
    const connection = connections.known(uri);
    const last = connection && lastSent(submissions, connection);
    const found = this.#jobs.of(uri);
    if (found?.job === undefined) {
      const record = last ?? lastSent(submissions);
      return record ? [submissionLens(record, await sha256(text), new Date(now()))] : [];
    }
    const isChanged = last !== undefined && last.bodyHash !== (await sha256(text));
    return jobLenses({ ...found, job: found.job }, document.uri, text, isChanged ? last : undefined, now());
  }

  dispose(): void {
    this.#cancelRepetition();
    for (const registration of this.#registrations) registration.dispose();
    this.#changed.dispose();
  }
}

function submissionLens(record: SubmissionRecord, bodyHash: string, now: Date): Lens {
  return {
    title: submissionLabel(record, bodyHash, now),
    tooltip: resultLabel(record),
    command: 'lakeformation.showSubmissions',
    arguments: [record.id],
  };
}

/**
 * @param text the document's text
 * @param before the submission since which it has changed, if it has
 */
function jobLenses(
  { reference, job }: DocumentJob & { readonly job: FoundJob },
  uri: Uri,
  text: string,
  before: SubmissionRecord | undefined,
  now: number,
): Lens[] {
  // When it runs by itself is shown before its first run only, and the document may be large.
  const runs = hasRun(job) ? undefined : runTimes(jsonValue(text), new Date(now));
  const state: Lens = {
    title: stateLabel(job, runs, now),
    tooltip: stateTooltip(reference, job),
    command: 'lakeformation.manageJob',
    arguments: [uri],
  };
  if (job === 'gone') return [state];
  return [
    state,
    isUnderWay(job.status)
      ? { title: l10n.t('Stop'), command: 'lakeformation.stopJob', arguments: [uri] }
      : { title: l10n.t('Start'), command: 'lakeformation.startJob', arguments: [uri] },
    { title: l10n.t('Show Log'), command: 'lakeformation.showJobLog', arguments: [uri] },
    ...(before
      ? [
          {
            title: l10n.t('Changed since submission'),
            tooltip: resultLabel(before),
            command: 'lakeformation.showSubmissions',
            arguments: [before.id],
          },
          { title: l10n.t('Update'), command: 'lakeformation.submitJob', arguments: [uri] },
          { title: l10n.t('Compare'), command: 'lakeformation.compareJob', arguments: [uri] },
        ]
      : []),
  ];
}
