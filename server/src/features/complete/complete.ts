import type { TextDocument } from 'vscode-languageserver-textdocument';
import { MarkupKind, type CompletionItem, type Position } from 'vscode-languageserver-types';
import { cursorAt, type Cursor } from '../../documents/cursor.ts';
import { layoutAt } from '../../documents/layout.ts';
import { parse, type ParsedDocument } from '../../documents/parse.ts';
import { describe } from '../../schema/describe.ts';
import { isObject, type Json } from '../../schema/jsonSchema.ts';
import { subschemaAt } from '../../schema/lookup.ts';
import type { CompletionContext, CompletionOptions } from './context.ts';
import { memberSuggestions } from './members.ts';
import { valueSuggestions } from './values.ts';

/** The suggestions at a place: members that fit and are not there yet, or values. The list is complete. */
export function complete(
  document: TextDocument,
  parsed: ParsedDocument,
  position: Position,
  options: CompletionOptions,
): CompletionItem[] {
  const text = document.getText();
  const offset = document.offsetAt(position);
  const cursor = parsed.refusal === undefined || parsed.refusal === 'empty' ? cursorAt(text, offset) : undefined;
  if (cursor === undefined) return [];
  const context: CompletionContext = {
    document,
    cursor,
    root: rootValue(text, parsed, cursor),
    layout: layoutAt(text, cursor.start),
    options,
  };
  return cursor.expects === 'name' ? memberSuggestions(context) : valueSuggestions(context);
}

/** Adds the description to a suggestion that the user looks at. */
export function resolveCompletion(item: CompletionItem): CompletionItem {
  const data: unknown = item.data;
  const path = isObject(data) && Array.isArray(data.path) ? data.path.filter(isSegment) : undefined;
  const schema = path && subschemaAt(path);
  if (path === undefined || schema === undefined) return item;
  const name = path.at(-1);
  const mandatory = isObject(data) ? data.mandatory : undefined;
  const occurrence = {
    ...(typeof name === 'string' && { name }),
    ...(typeof mandatory === 'boolean' && { mandatory }),
  };
  return { ...item, documentation: { kind: MarkupKind.Markdown, value: describe(schema, occurrence) } };
}

/** The document's value. In a broken text the word at the cursor is what breaks it most often, so it is left out. */
function rootValue(text: string, parsed: ParsedDocument, { start, end, hasValue }: Cursor): Json {
  if (parsed.problems.length === 0 || start === end || hasValue) return parsed.data;
  return parse(text.slice(0, start) + text.slice(end)).data;
}

function isSegment(value: unknown): value is string | number {
  return typeof value === 'string' || typeof value === 'number';
}
