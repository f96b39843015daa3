import * as l10n from '@vscode/l10n';
import { CompletionItemKind, type CompletionItem } from 'vscode-languageserver-types';
import { valueAt } from '../../documents/value.ts';
import { describeValue } from '../../schema/describe.ts';
import { typesOf, type Json, type JsonSchema } from '../../schema/jsonSchema.ts';
import { subschemaAt } from '../../schema/lookup.ts';
import { insertion, type CompletionContext } from './context.ts';
import { skeleton } from './skeleton.ts';
import { plainText, snippetText } from '../../documents/snippet.ts';

/** The values that fit at the cursor: allowed values, true and false, default and examples, or a block to fill in. */
export function valueSuggestions(context: CompletionContext): CompletionItem[] {
  const schema = subschemaAt(context.cursor.path);
  if (schema === undefined) return [];
  const types = typesOf(schema);
  if (types.includes('object') || types.includes('array')) return [blockSuggestion(context, schema)];
  const taken = siblings(context);
  return candidates(schema)
    .filter((value) => !taken.includes(value))
    .map((value, index) => valueSuggestion(context, schema, value, index));
}

function candidates(schema: JsonSchema): readonly Json[] {
  if (schema.enum) return schema.enum;
  if (typesOf(schema)[0] === 'boolean') return [true, false];
  if (schema['x-secret'] === true) return [];
  const values = schema.default === undefined ? [] : [schema.default];
  return [...values, ...(schema.examples ?? []).filter((example) => example !== schema.default)];
}

/** The other elements of the array at the cursor: none of the API's arrays of values gains from a repeated one. */
function siblings({ cursor, root }: CompletionContext): readonly Json[] {
  const index = cursor.path.at(-1);
  const array = typeof index === 'number' ? valueAt(root, cursor.path.slice(0, -1)) : undefined;
  if (!Array.isArray(array)) return [];
  const others: readonly Json[] = array;
  return cursor.start === cursor.end ? others : others.filter((_, position) => position !== index);
}

function valueSuggestion(context: CompletionContext, schema: JsonSchema, value: Json, index: number): CompletionItem {
  const { cursor, document } = context;
  const literal = JSON.stringify(value);
  const text = describeValue(schema, value);
  const isCurrent = document.getText().slice(cursor.start, cursor.end) === literal;
  const marks = [value === schema.default && l10n.t('default'), isCurrent && l10n.t('current')].filter(
    (mark) => mark !== false,
  );
  const description = [text, marks.length > 0 && `(${marks.join(', ')})`].filter(Boolean).join(' ');
  return {
    ...insertion(context, { label: typeof value === 'string' ? value : literal, text: literal, isSnippet: false }),
    kind: schema.enum ? CompletionItemKind.EnumMember : CompletionItemKind.Value,
    ...(description !== '' && { detail: description, labelDetails: { description } }),
    ...(isCurrent && { preselect: true }),
    sortText: String(index).padStart(3, '0'),
    data: { path: [...cursor.path] },
  };
}

function blockSuggestion(context: CompletionContext, schema: JsonSchema): CompletionItem {
  const { cursor, layout, options, root } = context;
  const text = skeleton(schema, cursor.path, root, options.snippets ? snippetText() : plainText, layout);
  const label = typesOf(schema).includes('array') ? '[ … ]' : '{ … }';
  return {
    ...insertion(context, { label, text, isSnippet: options.snippets }),
    kind: CompletionItemKind.Struct,
    ...(schema.title !== undefined && { detail: schema.title }),
    data: { path: [...cursor.path] },
  };
}
