import type { Memento } from 'vscode';
import type { InstanceAddress } from '../api/jobs.ts';

const results = ['accepted', 'refused', 'found', 'similar', 'notFound', 'unknown'] as const;
const actions = ['create', 'update'] as const;

/** One submission that was sent, and what became of it. Never the body or a token. */
export interface SubmissionRecord {
  readonly id: string;
  /** When it was sent, in ISO 8601. */
  readonly sentAt: string;
  /** The document. */
  readonly uri: string;
  /** The job's name. */
  readonly name: string;
  readonly action: (typeof actions)[number];
  /** The connection's name. */
  readonly connection: string;
  readonly endpoint: string;
  readonly instanceId: string;
  /** SHA-256 of the document's text, its references unresolved. */
  readonly bodyHash: string;
  /** What was filled in, such as `${secret:NAME}`. */
  readonly references: readonly string[];
  readonly result: (typeof results)[number];
  readonly jobId?: string;
  /** The status of the service's answer. */
  readonly status?: number;
}

const key = 'lakeformation.submissions';
/** The newest that are kept. */
const mostRecords = 300;

/** What was sent from this workspace, the newest first. */
export class SubmissionHistory {
  readonly #memory: Pick<Memento, 'get' | 'update'>;
  readonly #onFailure: () => void;

  /** @param onFailure is told when something could not be kept: then a submission goes on, and is not in the history */
  constructor(memory: Pick<Memento, 'get' | 'update'>, onFailure: () => void) {
    this.#memory = memory;
    this.#onFailure = onFailure;
  }

  all(): readonly SubmissionRecord[] {
    const stored = this.#memory.get<unknown>(key);
    return Array.isArray(stored) ? stored.map(readRecord).filter((record) => record !== undefined) : [];
  }

  /**
   * Keeps a record, in the place of an earlier one of its id: it is there before anything is sent, as one whose result is not
   * known, so that a window which crashes leaves a trace.
   */
  async put(record: SubmissionRecord): Promise<void> {
    const others = this.all().filter(({ id }) => id !== record.id);
    try {
      await this.#memory.update(key, [record, ...others].slice(0, mostRecords));
    } catch {
      this.#onFailure();
    }
  }

  /**
   * The last submission of a document that an instance has taken or may have taken. A document without a file has none:
   * another one has its address tomorrow.
   */
  lastSent(uri: string, { endpoint, instanceId }: InstanceAddress): SubmissionRecord | undefined {
    if (hasNoFile(uri)) return undefined;
    return this.all().find(
      (record) =>
        record.uri === uri &&
        record.endpoint === endpoint &&
        record.instanceId === instanceId &&
        record.result !== 'refused',
    );
  }
}

/** Whether a document has not been saved yet. */
export function hasNoFile(uri: string): boolean {
  return uri.startsWith('untitled:');
}

/** A record, if it is one at all: another version may have written something else. */
function readRecord(value: unknown): SubmissionRecord | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const entry = new Map<string, unknown>(Object.entries(value));
  const text = (name: string): string => {
    const member = entry.get(name);
    return typeof member === 'string' ? member : '';
  };
  const result = results.find((one) => one === entry.get('result'));
  const action = actions.find((one) => one === entry.get('action'));
  const [jobId, status, references] = [text('jobId'), entry.get('status'), entry.get('references')];
  if (result === undefined || action === undefined || Number.isNaN(Date.parse(text('sentAt')))) return undefined;
  return {
    id: text('id'),
    sentAt: text('sentAt'),
    uri: text('uri'),
    name: text('name'),
    action,
    connection: text('connection'),
    endpoint: text('endpoint'),
    instanceId: text('instanceId'),
    bodyHash: text('bodyHash'),
    references: Array.isArray(references) ? references.filter((one) => typeof one === 'string') : [],
    result,
    ...(jobId !== '' && { jobId }),
    ...(typeof status === 'number' && { status }),
  };
}

/** Returns the SHA-256 of a text's UTF-8, in hexadecimal digits. */
export async function bodyHash(text: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
