const results = ['accepted', 'refused', 'found', 'similar', 'notFound', 'unknown'] as const;
const actions = ['create', 'update'] as const;

/** One submission that was sent, and its outcome. Never the body or a token. */
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

/** Returns when something was sent, as the user writes dates. */
export function momentOf({ sentAt }: Pick<SubmissionRecord, 'sentAt'>): string {
  return new Date(sentAt).toLocaleString();
}

/** Returns whether a document hasn't been saved yet. */
export function hasNoFile(uri: string): boolean {
  return uri.startsWith('untitled:');
}

/** Returns a record of what was stored, if it is one at all: another version may have written something else. */
export function readRecord(value: unknown): SubmissionRecord | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const entry = new Map<string, unknown>(Object.entries(value));
  const text = (name: string): string => {
    const property = entry.get(name);
    return typeof property === 'string' ? property : '';
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
