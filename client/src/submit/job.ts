import { isObject } from '../api/types.ts';
import { isSecretName, secretsIn } from '../secrets/secretValue.ts';

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
  const job = parse(body);
  if (!isObject(job)) return undefined;
  const { name, type } = job;
  if (typeof name !== 'string' || typeof type !== 'string') return undefined;
  return { name, type, body, secrets: secretsOf(job, ''), references: [] };
}

/** The secrets in a member's value; all that stands within a member with the name of a secret is one. */
function secretsOf(value: unknown, member: string): string[] {
  if (Array.isArray(value)) return value.flatMap((element: unknown) => secretsOf(element, member));
  if (isObject(value)) {
    return Object.entries(value).flatMap(([name, inner]) => secretsOf(inner, isSecretName(member) ? member : name));
  }
  if (typeof value === 'string') return [...secretsIn(member, value)];
  return typeof value === 'number' ? [...secretsIn(member, String(value))] : [];
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
