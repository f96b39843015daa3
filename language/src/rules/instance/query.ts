import type { Path } from '../../documents/locate.ts';
import { isReferring } from '../../documents/reference.ts';
import { childValue, valueAt } from '../../documents/value.ts';
import type { Json } from '../../schema/jsonSchema.ts';

/** What can be asked about the instance of a connection. */
export type InstanceQuery =
  | { readonly kind: 'catalogs' }
  | { readonly kind: 'databases'; readonly catalog: string }
  | { readonly kind: 'users' | 'groups'; readonly source: string }
  | { readonly kind: 'roles' }
  /** The instances of the project. */
  | { readonly kind: 'instances' }
  /** The OBS buckets of the account. */
  | { readonly kind: 'buckets' }
  /** The folders right below a folder of a bucket. `prefix` is empty, or ends with a slash. */
  | { readonly kind: 'folders'; readonly bucket: string; readonly prefix: string };

/** One thing that the instance has. */
export interface InstanceValue {
  readonly name: string;
  /** What the service adds to the name; in its words, so that it isn't translated. */
  readonly description?: string | undefined;
}

/** What is known in response to a query. */
export interface InstanceValues {
  readonly values: readonly InstanceValue[];
  /** Whether the service returned all values, not long ago. */
  readonly isComplete: boolean;
  /** Whether the service is being asked. */
  readonly isPending: boolean;
}

/** Returns at once what is known; `undefined` where nobody can be asked. */
export type InstanceLookUp = (query: InstanceQuery) => InstanceValues | undefined;

/**
 * Returns the query for the names that the property at a path can have: a catalog, a database, or a principal. `undefined` for
 * other properties, and where it depends on a value that is missing or known only when the job is submitted.
 * @param root the value of the document
 */
export function nameQueryAt(path: Path, root: Json): InstanceQuery | undefined {
  const siblings = valueAt(root, path.slice(0, -1));
  switch (path.at(-1)) {
    case 'target_catalog':
      return { kind: 'catalogs' };
    case 'target_database': {
      const catalog = textIn(siblings, 'target_catalog');
      return catalog === undefined ? undefined : { kind: 'databases', catalog };
    }
    case 'principal_name':
      return principalQuery(textIn(siblings, 'principal_type'), textIn(siblings, 'principal_source'));
    default:
      return undefined;
  }
}

function principalQuery(type: string | undefined, source = 'IAM'): InstanceQuery | undefined {
  switch (type) {
    case 'USER':
      return { kind: 'users', source };
    case 'GROUP':
      return { kind: 'groups', source };
    case 'ROLE':
      return { kind: 'roles' };
    default:
      return undefined;
  }
}

function textIn(object: unknown, name: string): string | undefined {
  const value = childValue(object, name);
  return typeof value === 'string' && value !== '' && !isReferring(value) ? value : undefined;
}
