import { member as memberOf } from '../../documents/locate.ts';
import { membersOf, subschemaAt } from '../../schema/lookup.ts';
import { meantValue } from '../../schema/meaning.ts';
import { nearest } from '../../schema/nearest.ts';
import type { Violation } from './violation.ts';

/** The value that is meant by one that is not allowed; the only one where there is no other. */
export function meantFor({ schema, value }: Violation): string | undefined {
  const values = schema.enum ?? [];
  return meantValue(schema, String(value.value)) ?? (values.length === 1 ? values[0] : undefined);
}

/** The member that is meant by an unknown name: the nearest one of the object that is not there yet. */
export function meantMember({ path, value, members: [member = ''] }: Violation): string | undefined {
  const schema = subschemaAt(path);
  if (schema === undefined) return undefined;
  const missing = membersOf(schema).map(([name]) => name);
  return nearest(
    member,
    missing.filter((name) => !memberOf(value, name)),
  );
}
