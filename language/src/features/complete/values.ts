import * as l10n from '@vscode/l10n';
import { Command, CompletionItemKind, type CompletionItem } from 'vscode-languageserver-types';
import { valueAt } from '../../documents/value.ts';
import { typesOf, type Json, type JsonSchema } from '../../schema/jsonSchema.ts';
import { subschemaAt } from '../../schema/lookup.ts';
import { examples, labelOf, type Example } from './blocks.ts';
import type { Candidate } from './candidate.ts';
import { candidatesFor } from './candidates.ts';
import type { CompletionContext } from './context.ts';
import { insertion, order } from './item.ts';
import { referenceSuggestions } from './references.ts';
import type { ItemData } from './resolve.ts';
import { jobSnippets, type PlacedSnippet } from './snippets.ts';
import { inParentheses, joinNames } from '../../joining.ts';

/** The values that fit at the cursor: allowed values, true and false, examples, values of other jobs, or a block to fill in. */
export function valueSuggestions(context: CompletionContext): CompletionItem[] {
  const { path } = context.cursor;
  const schema = subschemaAt(path);
  if (schema === undefined) return [];
  if (path.length === 0) return jobSnippets(context).map((job, index) => jobSuggestion(context, job, index));
  const types = typesOf(schema);
  if (types.includes('object') || types.includes('array')) {
    const [open, close] = types.includes('object') ? ['{', '}'] : ['[', ']'];
    const blocks = examples(context, schema, path);
    return blocks.map((block, index) => {
      const label = blocks.length > 1 ? `${open} ${block.label} ${close}` : `${open} … ${close}`;
      return blockSuggestion(context, { ...block, label }, index);
    });
  }
  const taken = siblings(context);
  const values = candidatesFor(context, schema)
    .filter(({ value }) => !taken.includes(value))
    .map((candidate, index) => valueSuggestion(context, schema, candidate, index));
  const isChosen = values.some(({ preselect }) => preselect === true);
  return [
    ...(isChosen ? values.map((item) => besideChosen(item, context)) : values),
    ...referenceSuggestions(context, schema),
  ];
}

/**
 * Where one of the values is there already, the others are listed as well: each is found by what is before the cursor.
 */
function besideChosen(
  item: CompletionItem,
  { document, offset, cursor: { start } }: CompletionContext,
): CompletionItem {
  const typed = document.getText().slice(start, offset);
  return item.filterText?.startsWith(typed) === true ? item : { ...item, filterText: typed };
}

/** The other elements of the array at the cursor: none of the API's arrays of values gains from a repeated one. */
function siblings({ cursor, root }: CompletionContext): readonly Json[] {
  const index = cursor.path.at(-1);
  const array = typeof index === 'number' ? valueAt(root, cursor.path.slice(0, -1)) : undefined;
  if (!Array.isArray(array)) return [];
  const elements: readonly Json[] = array;
  return elements.filter((_, position) => position !== index);
}

function valueSuggestion(
  context: CompletionContext,
  schema: JsonSchema,
  { value, text, write, folder }: Candidate,
  index: number,
): CompletionItem {
  const { cursor, document, options, environment } = context;
  const literal = JSON.stringify(value);
  const isCurrent = document.getText().slice(cursor.start, cursor.end) === literal;
  const marks = [value === schema.default && l10n.t('default'), isCurrent && l10n.t('current')].filter(
    (mark) => mark !== false,
  );
  const description = `${text ?? ''}${inParentheses(joinNames(marks))}`.trim();
  const isOfList = schema.enum !== undefined || typeof value === 'boolean';
  const { connection } = environment;
  const data: ItemData = { path: cursor.path, ...(folder && connection && { folder: { connection, ...folder } }) };
  return {
    ...insertion(context, {
      label: typeof value === 'string' ? value : literal,
      write: write ?? ((inserted) => inserted.literal(literal)),
    }),
    kind: isOfList ? CompletionItemKind.EnumMember : folder ? CompletionItemKind.Folder : CompletionItemKind.Value,
    ...(description !== '' && { detail: description, labelDetails: { description } }),
    ...(isCurrent && { preselect: true }),
    // In a free text a comma may be meant; behind a value that has its comma already, another one breaks the document.
    ...(isOfList && cursor.isLast && { commitCharacters: [','] }),
    ...(folder &&
      options.suggestCommand !== undefined && { command: Command.create('Suggest', options.suggestCommand) }),
    sortText: order(0, index),
    data,
  };
}

function blockSuggestion(context: CompletionContext, { label, text, write }: Example, index: number): CompletionItem {
  const data: ItemData = { path: context.cursor.path };
  return {
    // Whoever types the bracket writes the block by hand.
    ...insertion(context, { label: label.replace(/^[[{] (.*) [\]}]$/, '$1'), write }),
    label,
    kind: CompletionItemKind.Struct,
    ...(text !== undefined && { detail: text, labelDetails: { description: text } }),
    sortText: order(0, index),
    data,
  };
}

/** A whole job; it is found by its type and by the prefix of its snippet. */
function jobSuggestion(context: CompletionContext, job: PlacedSnippet, index: number): CompletionItem {
  const label = job.isFull ? `${job.name}${inParentheses(labelOf('all'))}` : job.name;
  const item = blockSuggestion(context, { label, text: job.text, write: job.write }, index);
  return { ...item, filterText: `${job.prefix} ${label}` };
}
