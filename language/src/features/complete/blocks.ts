import * as l10n from '@vscode/l10n';
import type { Path } from '../../documents/locate.ts';
import type { InsertionText } from '../../documents/edits/snippet.ts';
import { knownValuesOf } from '../../rules/fixes/knownValues.ts';
import { exampleValue, writeValue, type Extent } from '../../schema/example.ts';
import { typesOf, type JsonSchema } from '../../schema/jsonSchema.ts';
import type { CompletionContext } from './context.ts';

/** A value to start from. */
export interface Example {
  readonly label: string;
  /** What it is for. */
  readonly text?: string | undefined;
  readonly write: (text: InsertionText) => string;
}

/**
 * The values to start from at `path`: of an object one with its required properties and, where there are more, one with all
 * that have an effect.
 */
export function examples(context: CompletionContext, schema: JsonSchema, path: Path): readonly [Example, ...Example[]] {
  const required = example(context, schema, path, 'required');
  if (typesOf(schema)[0] !== 'object') return [required.example];
  const all = example(context, schema, path, 'all');
  return JSON.stringify(all.value) === JSON.stringify(required.value)
    ? [required.example]
    : [required.example, all.example];
}

/** The name of an example in the list. */
export function labelOf(extent: Extent): string {
  return extent === 'all' ? l10n.t('all properties') : l10n.t('required properties');
}

function example(
  { root, indentation, environment }: CompletionContext,
  schema: JsonSchema,
  path: Path,
  extent: Extent,
): { readonly value: unknown; readonly example: Example } {
  const value = exampleValue(schema, path, root, knownValuesOf(environment), extent);
  return { value, example: { label: labelOf(extent), write: (text) => writeValue(value, schema, text, indentation) } };
}
