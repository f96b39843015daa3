import { isLargerThan, maximumSize } from '../../../language/src/documents/limits.ts';
import { parse } from '../../../language/src/documents/parse.ts';
import { referenceTo } from '../../../language/src/documents/reference.ts';
import {
  canRefer,
  jobReferences,
  mayHaveReferences,
  type JobReference,
} from '../../../language/src/secrets/jobReferences.ts';

/** A value that a job refers to: where it is kept, and by which name. */
export interface Referred {
  readonly kind: 'secret' | 'env';
  readonly name: string;
}

/** Returns the value of a reference; `undefined` if there is none. */
export type LookUp = (referred: Referred) => string | undefined;

/** A job with filled-in references. */
export interface Resolved {
  /** The JSON that is sent. */
  readonly body: string;
  /** What was filled in, each once, in the order of the text. */
  readonly used: readonly Referred[];
  /** The values of the secrets, which must not be shown. */
  readonly secrets: readonly string[];
}

/** Returns a reference in the name or type of a job, where none can be; `undefined` if there is none. */
export function misplacedReference(
  text: string,
): { readonly property: string; readonly reference: string } | undefined {
  for (const { kind, name, path } of referencesOf(text)) {
    if (kind !== 'escape' && !canRefer(path)) return { property: String(path[0]), reference: referenceTo(kind, name) };
  }
  return undefined;
}

/** Returns everything that a job refers to, each once, in the order of the text. */
export function referredIn(text: string): Referred[] {
  const found = new Map<string, Referred>();
  for (const { kind, name } of referencesOf(text)) {
    if (kind !== 'escape') found.set(referenceTo(kind, name), { kind, name });
  }
  return [...found.values()];
}

/**
 * Resolves the references in the values of a job, and writes `${` for `$${`. Everything else stays byte for byte; what
 * looks like a reference in a resolved value isn't one.
 * @param text JSON
 * @param lookUp a reference with a value that it doesn't know stays as written
 * @returns `undefined` where the result would be larger than the service accepts
 */
export function resolveReferences(text: string, lookUp: LookUp): Resolved | undefined {
  const used = new Map<string, Referred>();
  const secrets = new Set<string>();
  const parts: string[] = [];
  let end = 0;
  let length = text.length;
  for (const { kind, name, offset, length: size } of referencesOf(text)) {
    const value = kind === 'escape' ? undefined : lookUp({ kind, name });
    if (kind !== 'escape' && value === undefined) continue;
    const written = value === undefined ? '' : JSON.stringify(value).slice(1, -1);
    parts.push(text.slice(end, offset), written);
    end = offset + size;
    // A text may refer to a long value often: what can't be sent isn't made either.
    length += written.length - size;
    if (length > maximumSize) return undefined;
    if (kind === 'escape' || value === undefined) continue;
    used.set(referenceTo(kind, name), { kind, name });
    if (kind === 'secret') secrets.add(value);
  }
  const body = parts.join('') + text.slice(end);
  return isLargerThan(body, maximumSize) ? undefined : { body, used: [...used.values()], secrets: [...secrets] };
}

function referencesOf(text: string): JobReference[] {
  return mayHaveReferences(text) ? jobReferences(parse(text, Infinity)) : [];
}
