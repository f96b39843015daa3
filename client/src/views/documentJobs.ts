import { EventEmitter, window, workspace, type Disposable, type TextDocument } from 'vscode';
import type { Subscription } from '../auth/sessions.ts';
import { durationInterval } from '../jobs/durations.ts';
import { knownJob } from '../jobs/documentJob.ts';
import { isUnderWay } from '../watch/status.ts';
import type { Services } from '../services.ts';
import { jobKey, type JobReference } from '../watch/jobReference.ts';
import type { WatchedJob } from '../watch/jobWatch.ts';

type DocumentJobsServices = Pick<Services, 'connections' | 'history' | 'jobLinks' | 'jobWatch' | 'schedule'>;

/** The job of a document, and what is known of its state. */
export interface DocumentJob extends WatchedJob {
  readonly reference: JobReference;
}

interface Entry {
  readonly reference: JobReference;
  readonly subscription: Subscription;
}

/** The jobs of the documents that are visible, which are watched for as long as they are. */
export class DocumentJobs implements Disposable {
  readonly #services: DocumentJobsServices;
  /** By the URIs of the documents. */
  readonly #entries = new Map<string, Entry>();
  readonly #changed = new EventEmitter<void>();
  readonly #registrations: readonly Disposable[];
  #turn = 0;
  #cancelTimer = (): void => undefined;
  /** Fires when a document has another job, or more is known of one. */
  readonly onDidChange = this.#changed.event;

  constructor(services: DocumentJobsServices) {
    this.#services = services;
    this.#registrations = [
      window.onDidChangeVisibleTextEditors(() => void this.update()),
      workspace.onDidOpenTextDocument(() => void this.update()),
      window.onDidChangeWindowState(({ focused }) => services.jobWatch.setActive(focused)),
    ];
    services.history.onDidChange(() => void this.update());
    services.jobLinks.onDidChange(() => void this.update());
    services.connections.onDidChoose(() => void this.update());
    this.#showTime();
  }

  /** Returns the job of a visible document; `undefined` where none is known. */
  of(uri: string): DocumentJob | undefined {
    const entry = this.#entries.get(uri);
    return entry && { reference: entry.reference, ...this.#services.jobWatch.known(entry.reference) };
  }

  /** Watches the jobs of the documents that are visible now, and no others. */
  async update(): Promise<void> {
    this.#turn += 1;
    const turn = this.#turn;
    const visible = window.visibleTextEditors
      .map(({ document }) => document)
      .filter(({ languageId }) => languageId === 'lfjob');
    const found = await Promise.all(
      visible.map(async (document) => [document.uri.toString(), await this.#known(document)] as const),
    );
    if (turn !== this.#turn) return;
    const wanted = new Map(found);
    for (const [uri, entry] of this.#entries) {
      const reference = wanted.get(uri);
      if (reference !== undefined && isSame(reference, entry.reference)) wanted.delete(uri);
      else this.#remove(uri, entry);
    }
    for (const [uri, reference] of wanted) if (reference) this.#add(uri, reference);
    this.#changed.fire();
  }

  dispose(): void {
    this.#cancelTimer();
    for (const registration of this.#registrations) registration.dispose();
    for (const [uri, entry] of this.#entries) this.#remove(uri, entry);
    this.#changed.dispose();
  }

  async #known(document: TextDocument): Promise<JobReference | undefined> {
    const uri = document.uri.toString();
    const connection = this.#services.connections.known(uri);
    // A history that can't be read is reported where something depends on it.
    return connection && knownJob(this.#services, { uri, text: document.getText() }, connection).catch(() => undefined);
  }

  #add(uri: string, reference: JobReference): void {
    const subscription = this.#services.jobWatch.watch(reference, () => this.#changed.fire());
    this.#entries.set(uri, { reference, subscription });
  }

  #remove(uri: string, { subscription }: Entry): void {
    subscription.dispose();
    this.#entries.delete(uri);
  }

  #showTime(): void {
    this.#cancelTimer = this.#services.schedule(durationInterval, () => {
      if ([...this.#entries.values()].some((entry) => this.#runs(entry))) this.#changed.fire();
      this.#showTime();
    });
  }

  #runs({ reference }: Entry): boolean {
    const { job } = this.#services.jobWatch.known(reference);
    return job !== undefined && job !== 'gone' && isUnderWay(job.status);
  }
}

/** Whether two jobs are the same one, and are read with the same credential: a connection that was renamed has another one. */
function isSame(one: JobReference, other: JobReference): boolean {
  return jobKey(one) === jobKey(other) && one.connection.name === other.connection.name;
}
