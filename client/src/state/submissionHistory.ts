import { sha256 } from '../api/signing.ts';
import type { InstanceAddress } from '../api/instanceAddress.ts';
import type { SharedStorage } from './sharedStorage.ts';
import { parseEntry, type SubmissionEntry } from './submissionEntry.ts';
import { hasNoFile, type SubmissionRecord } from './submissionRecord.ts';

/** What the history uses. */
export interface HistoryOptions {
  readonly storage: SharedStorage;
  /** Returns the same text for every URI of a document. */
  readonly documentId: (uri: string) => Promise<string>;
  /** Returns what distinguishes the workspace from others. */
  readonly workspace: () => string;
  /** The time in milliseconds since 1970. */
  readonly now: () => number;
  /** How long a response is waited for, in milliseconds. */
  readonly responseTimeout: () => number;
  /** Called when a result couldn't be stored: the submission goes on, and its result is unknown to the history. */
  readonly onFailure: () => void;
}

/** What was submitted of a document, as it was read. */
export interface DocumentSubmissions {
  /** Where the document's entries are stored. */
  readonly document: string;
  /** Its entries, the oldest first. */
  readonly stored: readonly StoredEntry[];
  /** Which window waits for the response to one of them; `undefined` where none does. */
  readonly submitting: 'thisWindow' | 'anotherWindow' | undefined;
}

interface StoredEntry {
  readonly key: string;
  /** `undefined` where it isn't complete, or another version has written it. */
  readonly entry: SubmissionEntry | undefined;
}

/** The history can't be read, or a submission can't be recorded; nothing is sent then. */
export class HistoryError extends Error {
  constructor(cause: unknown) {
    super(cause instanceof Error ? cause.message : String(cause), { cause });
  }
}

/** How many submissions are kept. */
const mostEntries = 1_000;
/** A submission that wasn't stored in this time isn't sent, in milliseconds. */
const startTimeout = 10_000;

/**
 * What was sent, from all windows. It also keeps two windows from sending a document at the same time: a submission is stored
 * before it is sent, and is sent only if no other one of the document was stored since the decision to send it.
 *
 * Each window stores its submission first and then reads all of the document again. If two windows decide without knowing of
 * each other, the one that stores later finds the submission of the other, deletes its own, and decides again. So at most one
 * is sent, whatever the timing and the clocks are, and whether or not a window crashes or the computer sleeps. Exactly one is
 * sent because both use the same key, which only one of them can add.
 *
 * A lock would have to expire after a crash, and could expire while its window is only suspended. Here, the clock only limits
 * how long other windows wait for a response: after that, the user is asked before the document is sent again.
 */
export class SubmissionHistory {
  readonly #options: HistoryOptions;
  /** Of this window, since a document without a file is known to its window alone. */
  readonly #window = crypto.randomUUID();
  /** The keys of the submissions that this window has begun, by their IDs. */
  readonly #keys = new Map<string, string>();
  readonly #onDidChange: ((record: SubmissionRecord) => void)[] = [];

  constructor(options: HistoryOptions) {
    this.#options = options;
  }

  /** Calls `listener` with a submission of this window that has ended, and again when more is known of it. */
  onDidChange(listener: (record: SubmissionRecord) => void): void {
    this.#onDidChange.push(listener);
  }

  /**
   * Returns what was sent from this workspace, the newest first.
   * @throws HistoryError
   */
  async all(): Promise<readonly SubmissionRecord[]> {
    const { storage, workspace } = this.#options;
    const stored = await reported(async () => this.#read(await storage.keys()));
    return stored
      .flatMap(({ entry }) => (entry?.workspace === workspace() ? [entry.record] : []))
      .sort((one, other) => Date.parse(other.sentAt) - Date.parse(one.sentAt));
  }

  /**
   * Returns what was sent of a document, and whether a response is waited for.
   * @throws HistoryError
   */
  async of(uri: string): Promise<DocumentSubmissions> {
    return reported(async () => {
      const { documentId } = this.#options;
      const document = await sha256(hasNoFile(uri) ? `${this.#window} ${uri}` : await documentId(uri));
      const stored = await this.#readDocument(document);
      return { document, stored, submitting: this.#submitting(stored) };
    });
  }

  /**
   * Stores a submission before it is sent, with an unknown result, so that it is known even if the window crashes.
   * @param seen the document's submissions that the decision to send it was based on
   * @returns whether it can be sent; `false` if another one was stored since then, or if storing took too long
   * @throws HistoryError
   */
  async begin(record: SubmissionRecord, seen: DocumentSubmissions): Promise<boolean> {
    const { storage, now, responseTimeout, workspace } = this.#options;
    const { document, stored } = seen;
    const startBy = now() + startTimeout;
    const awaited = { from: now(), until: startBy + responseTimeout() };
    const entry = { record, workspace: workspace(), awaited };
    const key = `${document}.${numberOf(stored.at(-1)?.key) + 1}`;
    return reported(async () => {
      if (!(await storage.add(key, JSON.stringify(entry)))) return false;
      try {
        const isFirst = areSame(await this.#readDocument(document), [...stored, { key, entry }]);
        if (isFirst && now() < startBy) this.#keys.set(record.id, key);
      } finally {
        if (!this.#keys.has(record.id)) await storage.delete(key);
      }
      return this.#keys.has(record.id);
    });
  }

  /** Stores a submission that this window has begun and no longer waits for, with its result if there is one. */
  async put(record: SubmissionRecord): Promise<void> {
    const { storage, workspace, onFailure } = this.#options;
    const key = this.#keys.get(record.id);
    if (key === undefined) return;
    try {
      await storage.put(key, JSON.stringify({ record, workspace: workspace() }));
      await this.#deleteOldest();
    } catch {
      onFailure();
    }
    for (const listener of this.#onDidChange) listener(record);
  }

  #submitting(stored: readonly StoredEntry[]): DocumentSubmissions['submitting'] {
    const now = this.#options.now();
    const awaited = stored.filter(
      ({ entry }) => entry?.awaited !== undefined && entry.awaited.from <= now && now < entry.awaited.until,
    );
    if (awaited.length === 0) return undefined;
    return awaited.some(({ entry }) => entry !== undefined && this.#keys.has(entry.record.id))
      ? 'thisWindow'
      : 'anotherWindow';
  }

  async #readDocument(document: string): Promise<readonly StoredEntry[]> {
    const keys = await this.#options.storage.keys();
    return this.#read(keys.filter((key) => key.startsWith(`${document}.`)));
  }

  async #read(keys: readonly string[]): Promise<readonly StoredEntry[]> {
    const sorted = keys.filter((key) => numberOf(key) > 0).sort((one, other) => numberOf(one) - numberOf(other));
    return Promise.all(
      sorted.map(async (key) => ({ key, entry: parseEntry((await this.#options.storage.get(key)) ?? '') })),
    );
  }

  async #deleteOldest(): Promise<void> {
    const { storage } = this.#options;
    const keys = await storage.keys();
    if (keys.length <= mostEntries) return;
    // A text that isn't complete may be that of a submission that is about to be sent.
    const ended = (await this.#read(keys)).flatMap(({ key, entry }) =>
      entry === undefined || entry.awaited ? [] : [{ key, sentAt: Date.parse(entry.record.sentAt) }],
    );
    ended.sort((one, other) => one.sentAt - other.sentAt);
    for (const { key } of ended.slice(0, keys.length - mostEntries)) await storage.delete(key);
  }
}

/**
 * Returns the last submission of a document that an instance has accepted or may have accepted. A document without a file
 * has none: another one has its URI tomorrow.
 * @param instance without it, any
 */
export function lastSent(
  { stored }: DocumentSubmissions,
  instance?: Pick<InstanceAddress, 'endpoint' | 'instanceId'>,
): SubmissionRecord | undefined {
  return stored
    .map(({ entry }) => entry?.record)
    .findLast(
      (record) =>
        record !== undefined &&
        !hasNoFile(record.uri) &&
        (instance === undefined ||
          (record.endpoint === instance.endpoint && record.instanceId === instance.instanceId)) &&
        record.result !== 'refused',
    );
}

/** Keys are numbered by document: `<SHA-256 of the document>.<number>`. Returns 0 for anything else. */
function numberOf(key: string | undefined): number {
  return Number(/^[0-9a-f]{64}\.(\d{1,15})$/.exec(key ?? '')?.[1] ?? 0);
}

function areSame(one: readonly StoredEntry[], other: readonly StoredEntry[]): boolean {
  const idsOf = (entries: readonly StoredEntry[]): string =>
    JSON.stringify(entries.map(({ key, entry }) => [key, entry?.record.id]));
  return idsOf(one) === idsOf(other);
}

async function reported<T>(use: () => Promise<T>): Promise<T> {
  try {
    return await use();
  } catch (error) {
    throw new HistoryError(error);
  }
}
