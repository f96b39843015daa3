import { instanceKey } from '../api/instanceAddress.ts';
import type { Connection } from '../connections/connection.ts';
import type { JobDocument } from '../submit/job.ts';
import type { RequestBasis } from './requestBasis.ts';
import type { Timer } from './staleDocuments.ts';

/** What the bases of previews use. */
export interface RequestBasesOptions {
  /** Reads the jobs of the same name and type; never rejects. The signal aborts when they are no longer needed. */
  readonly lookUp: (connection: Connection, job: JobDocument, signal: AbortSignal) => Promise<RequestBasis>;
  readonly timer: Timer;
  /** Called with the URI of a document when more is known of it. */
  readonly onDidChange: (uri: string) => void;
}

interface Entry {
  /** The instance that was asked. */
  readonly instance: string;
  /** The name and type that it was asked for. */
  readonly job: string;
  readonly basis: RequestBasis;
  /** Whether it is to be looked up again. */
  readonly isOutdated: boolean;
  /** Ends the look-up, where one is under way or about to start. */
  readonly end: () => void;
}

/** A name or a type that is being typed is looked up when it has stayed the same for this long, in milliseconds. */
const typingEnds = 1_500;

/**
 * What the previews of documents are based on. The jobs of an instance are read when a preview is rendered first, for another
 * connection, or again on request; a look-up is for one instance, name, and type, so typing anything else starts none.
 */
export class RequestBases {
  readonly #options: RequestBasesOptions;
  readonly #entries = new Map<string, Entry>();

  constructor(options: RequestBasesOptions) {
    this.#options = options;
  }

  /** Returns what is known now, and starts to look up what isn't. */
  of(uri: string, connection: Connection, job: JobDocument): RequestBasis {
    const known = this.#entries.get(uri);
    const asked = askedFor(connection, job);
    const isSame = known?.instance === asked.instance && known.job === asked.job;
    if (isSame && !known.isOutdated) return known.basis;
    known?.end();
    const basis: RequestBasis = isSame ? known.basis : { kind: 'looking' };
    const isTyped = !isSame && known?.instance === asked.instance;
    this.#lookUp(uri, { connection, job, basis, delay: isTyped ? typingEnds : 0 });
    return basis;
  }

  /** Keeps what was found out elsewhere. */
  put(uri: string, connection: Connection, job: Pick<JobDocument, 'name' | 'type'>, basis: RequestBasis): void {
    this.#entries.get(uri)?.end();
    this.#entries.set(uri, { ...askedFor(connection, job), basis, isOutdated: false, end: () => undefined });
  }

  /**
   * Marks the known result as outdated: it's looked up again when it's next needed, and used until then.
   * @param uri without it, all
   */
  outdate(uri?: string): void {
    for (const [key, entry] of this.#entries) {
      if (uri === undefined || uri === key) this.#entries.set(key, { ...entry, isOutdated: true });
    }
  }

  /** Forgets a document. */
  delete(uri: string): void {
    this.#entries.get(uri)?.end();
    this.#entries.delete(uri);
  }

  dispose(): void {
    for (const uri of [...this.#entries.keys()]) this.delete(uri);
  }

  #lookUp(
    uri: string,
    lookUp: {
      readonly connection: Connection;
      readonly job: JobDocument;
      readonly basis: RequestBasis;
      readonly delay: number;
    },
  ): void {
    const { connection, job, basis, delay } = lookUp;
    const controller = new AbortController();
    const { signal } = controller;
    const start = async (): Promise<void> => {
      const found = await this.#options.lookUp(connection, job, signal);
      if (signal.aborted) return;
      this.put(uri, connection, job, found);
      this.#options.onDidChange(uri);
    };
    const cancel = delay === 0 ? () => undefined : this.#options.timer(delay, () => void start());
    const end = (): void => {
      cancel();
      controller.abort();
    };
    this.#entries.set(uri, { ...askedFor(connection, job), basis, isOutdated: false, end });
    if (delay === 0) void start();
  }
}

function askedFor(
  connection: Connection,
  { name, type }: Pick<JobDocument, 'name' | 'type'>,
): Pick<Entry, 'instance' | 'job'> {
  return { instance: instanceKey(connection), job: JSON.stringify([name, type]) };
}
