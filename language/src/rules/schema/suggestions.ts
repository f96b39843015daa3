import { correctionFor } from '../../schema/corrections.ts';
import type { Violation } from './violation.ts';

/** Returns the allowed value to suggest for one that isn't allowed: its correction, or the only value there is. */
export function suggestedValue({ schema, value }: Violation): string | undefined {
  const values = schema.enum ?? [];
  return correctionFor(schema, String(value.value)) ?? (values.length === 1 ? values[0] : undefined);
}
