import type { JsonSchema } from './jsonSchema.ts';

/** Returns whether the values of a subschema are paths of OBS, as its examples are. */
export function isObsPath({ examples = [] }: JsonSchema): boolean {
  return examples.some((example) => typeof example === 'string' && example.startsWith('obs://'));
}
