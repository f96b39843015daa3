import { secretsIn } from '../secrets/secretValue.ts';

/** What the client has to know of a job: it checks nothing, the language server has done that. */
export interface JobDocument {
  readonly name: string;
  readonly type: string;
  /** The JSON that is sent. */
  readonly body: string;
  /** The values of secrets, to be kept out of everything that is shown. */
  readonly secrets: readonly string[];
  /** The references that were filled in, such as `${secret:NAME}`. */
  readonly references: readonly string[];
}

/** Reads a job; `undefined` where the text is none. */
export function readJobDocument(body: string): JobDocument | undefined {
  const secrets: string[] = [];
  const root = parse(body, (key, value) => {
    if (typeof value === 'string') secrets.push(...secretsIn(key, value));
  });
  const name = root?.get('name');
  const type = root?.get('type');
  if (typeof name !== 'string' || typeof type !== 'string') return undefined;
  return { name, type, body, secrets, references: [] };
}

function parse(text: string, visit: (key: string, value: unknown) => void): Map<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(text, (key, member: unknown) => {
      visit(key, member);
      return member;
    });
    return typeof value === 'object' && value !== null ? new Map(Object.entries(value)) : undefined;
  } catch {
    return undefined;
  }
}
