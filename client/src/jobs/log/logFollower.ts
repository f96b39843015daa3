import * as l10n from '@vscode/l10n';
import { joinSentences } from '../../../../language/src/joining.ts';
import { ApiError, failureOf, isTokenFailure, type Failure } from '../../api/errors.ts';
import type { Subscription } from '../../auth/sessions.ts';
import { failureSentence } from '../../failures/failureSentence.ts';
import type { Services } from '../../services.ts';
import type { JobReference } from '../../watch/jobReference.ts';
import { nextInterval, shortestInterval } from '../../watch/pollInterval.ts';
import { isUnderWay } from '../../watch/status.ts';
import { logText } from './logText.ts';
import { MaskedLog, type MaskingOptions, type ShownLog } from './maskedLog.ts';

/** A log as the service returned it, and what masks it. */
export interface ReadLog extends MaskingOptions {
  readonly log: string;
}

/** What following a log uses. */
export interface FollowerOptions extends Pick<Services, 'jobWatch' | 'schedule'> {
  /**
   * Reads the log; asks nothing. `undefined` while the user isn't signed in, or the credential was refused.
   * @throws ApiError
   */
  readonly read: (reference: JobReference, signal: AbortSignal) => Promise<ReadLog | undefined>;
  /** Called when the service refuses the credential. From then on, there is none. */
  readonly onRefused: (failure: Failure) => void;
  /** Called when the text has changed. */
  readonly onDidChange: () => void;
}

/** The log of one job: read again and again while it is shown and the job runs, until the run has ended. */
export class LogFollower {
  readonly reference: JobReference;
  readonly #options: FollowerOptions;
  readonly #masked = new MaskedLog();
  readonly #stop = new AbortController();
  /** What masked the log: with another one, it is masked again. */
  #redact: MaskingOptions['redact'] | undefined;
  #log: ShownLog | undefined;
  #problem: string | undefined;
  #subscription: Subscription | undefined;
  #interval = shortestInterval;
  #cancelTimer: (() => void) | undefined;
  #reading: Promise<void> | undefined;
  #status: string | undefined;
  /** Whether the credential was refused the last time. */
  #isRefused = false;
  #text = '';

  constructor(reference: JobReference, options: FollowerOptions) {
    this.reference = reference;
    this.#options = options;
  }

  /** The text of the document. */
  get text(): string {
    return this.#text;
  }

  /** Shows a log that was read already. */
  async put(log: ReadLog): Promise<void> {
    // Masking pauses: two logs at a time would have pieces of each other.
    while (this.#reading) await this.#reading;
    await this.#soleRead(async () => {
      await this.#show(log);
      this.#update(undefined);
    });
  }

  /** Follows the log while it is in sight, and pauses while it isn't. */
  setShown(isShown: boolean): void {
    if (isShown === (this.#subscription !== undefined) || this.#stop.signal.aborted) return;
    if (!isShown) {
      this.#subscription?.dispose();
      this.#subscription = undefined;
      this.#cancel();
      return;
    }
    const { jobWatch } = this.#options;
    this.#subscription = jobWatch.watch(this.reference, () => this.#statusChanged());
    this.#status = this.#knownStatus();
    void this.refresh();
  }

  /** Reads the log now. */
  async refresh(): Promise<void> {
    while (this.#reading) await this.#reading;
    if (this.#subscription === undefined) return;
    this.#cancel();
    await this.#soleRead(async () => this.#read());
  }

  dispose(): void {
    this.setShown(false);
    this.#stop.abort();
  }

  async #soleRead(read: () => Promise<void>): Promise<void> {
    this.#reading = read().finally(() => (this.#reading = undefined));
    await this.#reading;
  }

  async #read(): Promise<void> {
    const { read, onRefused } = this.#options;
    this.#isRefused = false;
    try {
      const before = this.#text;
      const log = await read(this.reference, this.#stop.signal);
      if (log === undefined) {
        // It goes on when the user has signed in.
        this.#update(l10n.t('Sign in to connection "{0}" to read the log.', this.reference.connection.name));
        return;
      }
      await this.#show(log);
      this.#update(undefined);
      this.#interval = nextInterval(this.#interval, { kind: before === this.#text ? 'unchanged' : 'changed' });
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      const failure = failureOf(error);
      if (failure.kind === 'canceled') return;
      const why = failureSentence(failure, this.reference.connection, { action: 'show' });
      this.#update(joinSentences(l10n.t('Couldn’t update the log.'), why));
      if (isTokenFailure(failure)) {
        this.#isRefused = true;
        onRefused(failure);
        return;
      }
      this.#interval = nextInterval(this.#interval, { kind: 'failed', failure });
    }
    if (this.#isGrowing()) this.#readLater();
  }

  async #show(read: ReadLog): Promise<void> {
    if (this.#redact !== read.redact) this.#masked.clear();
    this.#redact = read.redact;
    this.#log = await this.#masked.shown(read.log, !this.#isGrowing(), read);
  }

  #readLater(): void {
    this.#cancel();
    if (this.#subscription === undefined) return;
    this.#cancelTimer = this.#options.schedule(this.#interval, () => void this.refresh());
  }

  #statusChanged(): void {
    const status = this.#knownStatus();
    if (status === this.#status) return;
    this.#status = status;
    this.#interval = shortestInterval;
    // It is read again when the user has signed in.
    if (!this.#isRefused) void this.refresh();
  }

  #knownStatus(): string | undefined {
    const { job } = this.#options.jobWatch.known(this.reference);
    return job === 'gone' ? job : job?.status;
  }

  /** Whether the job runs, or isn't known yet. */
  #isGrowing(): boolean {
    const { jobWatch } = this.#options;
    const { job } = jobWatch.known(this.reference);
    return job === undefined || jobWatch.expectsRun(this.reference) || (job !== 'gone' && isUnderWay(job.status));
  }

  #update(problem: string | undefined): void {
    this.#problem = problem;
    const text = logText(this.#log, { problem: this.#problem });
    if (text === this.#text) return;
    this.#text = text;
    this.#options.onDidChange();
  }

  #cancel(): void {
    this.#cancelTimer?.();
    this.#cancelTimer = undefined;
  }
}
