import { isReferenceName } from '../../../language/src/documents/reference.ts';
import { isObject } from '../../../language/src/documents/value.ts';

/** Returns the names of stored secrets in the parameters of a notification, which can be anything. */
export function secretNamesFrom(params: unknown): readonly string[] {
  const names = isObject(params) ? params.names : undefined;
  return Array.isArray(names)
    ? names.filter((name) => typeof name === 'string').filter((name) => isReferenceName('secret', name))
    : [];
}
