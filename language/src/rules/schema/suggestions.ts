import { member as memberOf } from '../../documents/locate.ts';
import { correctionFor } from '../../schema/corrections.ts';
import { membersOf, subschemaAt } from '../../schema/lookup.ts';
import { nearest } from '../../schema/nearest.ts';
import type { Violation } from './violation.ts';

/** Returns the allowed value to suggest for one that isn't allowed: its correction, or the only value there is. */
export function suggestedValue({ schema, value }: Violation): string | undefined {
  const values = schema.enum ?? [];
  return correctionFor(schema, String(value.value)) ?? (values.length === 1 ? values[0] : undefined);
}

/** Returns the name to suggest for an unknown property: the nearest that its object may have and doesn't have yet. */
export function suggestedName({ path, value, members: [member = ''] }: Violation): string | undefined {
  const schema = subschemaAt(path);
  if (schema === undefined) return undefined;
  const missing = membersOf(schema).map(([name]) => name);
  return nearest(
    member,
    missing.filter((name) => !memberOf(value, name)),
  );
}
