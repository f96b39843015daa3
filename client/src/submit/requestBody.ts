import { applyEdits } from '../../../language/src/documents/edits/applyEdits.ts';
import { removeFrom } from '../../../language/src/documents/edits/containerEdits.ts';
import { propertyNodes } from '../../../language/src/documents/locate.ts';
import { parse } from '../../../language/src/documents/parse.ts';
import { isObject } from '../../../language/src/documents/value.ts';
import { isSecretName } from '../../../language/src/secrets/hidden.ts';
import { isSameAddress } from '../secrets/secretValue.ts';

/**
 * Returns the body that creates a job: the document's without `$schema`, which is for editors. All else stays as
 * written, numbers too.
 * @param text JSON
 */
export function createBody(text: string): string {
  // Few jobs have it, and a large one takes time to be read.
  return text.includes('"$schema"') ? withoutProperty(text, '$schema') : text;
}

/**
 * Returns the body that updates a job: the one that creates it, without `type`, which an update doesn't take.
 * @param text JSON
 */
export function updateBody(text: string): string {
  return withoutProperty(createBody(text), 'type');
}

/** Returns a text without a property of its root. If the property is repeated, all of them are removed at once. */
function withoutProperty(text: string, name: string): string {
  const { tree } = parse(text, Infinity);
  if (tree === undefined) return text;
  const removed = propertyNodes(tree).flatMap((property) => (property.name === name ? [property.node] : []));
  return applyEdits(text, removeFrom(text, tree, removed));
}

/**
 * Whether a job that the service returns matches a request: in the properties that an update has (UpdateJobByInstance).
 * What the service adds doesn't count, nor do secrets, which it doesn't return, and the passwords in addresses; the
 * page prints a conflict strategy UPSERT as UPDATE, and numbers as texts.
 */
export function isUpdated(body: string, shown: unknown): boolean {
  const sent: unknown = JSON.parse(body);
  if (!isObject(sent) || !isObject(shown)) return false;
  return ['name', 'description', 'parameter'].every(
    (property) => sent[property] === undefined || agrees(sent[property], shown[property], property),
  );
}

/** Whether a value that the service shows is one that was sent. @param property the property's name */
export function agrees(sent: unknown, shown: unknown, property: string): boolean {
  if (isSecretName(property)) return true;
  if (isObject(sent)) {
    return isObject(shown) && Object.entries(sent).every(([name, value]) => agrees(value, shown[name], name));
  }
  if (Array.isArray(sent)) {
    return (
      Array.isArray(shown) &&
      sent.length === shown.length &&
      sent.every((value: unknown, index) => agrees(value, shown[index], property))
    );
  }
  if (sent === null) return shown === null || shown === undefined;
  if (property === 'conflict_strategy' && sent === 'UPSERT' && shown === 'UPDATE') return true;
  return isScalar(sent) && isScalar(shown) && isSameAddress(String(sent), String(shown));
}

function isScalar(value: unknown): value is string | number | boolean {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
}
