import { isReferring, referencesIn } from '../documents/reference.ts';
import type { JsonSchema } from '../schema/jsonSchema.ts';

/** A name for the secret or variable with a property's value: the one in the schema's example, else one made of the property's. */
export function presetName(property: string, schema: JsonSchema | undefined): string {
  const [example] = (schema?.examples ?? []).filter(isReferring).flatMap((text) => referencesIn(String(text)));
  return example?.name ?? property.toUpperCase();
}
