import { applyEdits, modify } from 'jsonc-parser';
import { isObject } from '../../../language/src/documents/value.ts';
import { isSecretName } from '../../../language/src/secrets/hidden.ts';
import { withoutPasswords } from '../secrets/secretValue.ts';

/**
 * The body that updates a job: the document's without `type`, which an update does not take. All else stays as it is
 * written, numbers too.
 */
export function updateBody(text: string): string {
  let body = text;
  // A member that stands there twice goes twice.
  for (let edits = removal(body); edits.length > 0; edits = removal(body)) body = applyEdits(body, edits);
  return body;
}

function removal(body: string): ReturnType<typeof modify> {
  const job: unknown = JSON.parse(body);
  return isObject(job) && Object.hasOwn(job, 'type') ? modify(body, ['type'], undefined, {}) : [];
}

/**
 * Whether a job that the service shows is as a request said: in the members that an update has (UpdateJobByInstance). What
 * the service adds does not count, nor do secrets, which it does not return, and the passwords in addresses; the page prints
 * a conflict strategy UPSERT as UPDATE, and numbers as texts.
 */
export function isUpdated(body: string, shown: unknown): boolean {
  const sent: unknown = JSON.parse(body);
  if (!isObject(sent) || !isObject(shown)) return false;
  return ['name', 'description', 'parameter'].every(
    (member) => sent[member] === undefined || agrees(sent[member], shown[member], member),
  );
}

function agrees(sent: unknown, shown: unknown, member: string): boolean {
  if (isSecretName(member)) return true;
  if (isObject(sent)) {
    return isObject(shown) && Object.entries(sent).every(([name, value]) => agrees(value, shown[name], name));
  }
  if (Array.isArray(sent)) {
    return (
      Array.isArray(shown) &&
      sent.length === shown.length &&
      sent.every((value: unknown, index) => agrees(value, shown[index], member))
    );
  }
  if (sent === null) return shown === null || shown === undefined;
  if (member === 'conflict_strategy' && sent === 'UPSERT' && shown === 'UPDATE') return true;
  return isScalar(sent) && isScalar(shown) && withoutPasswords(String(sent)) === withoutPasswords(String(shown));
}

function isScalar(value: unknown): value is string | number | boolean {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
}
