import type { TextDocument } from 'vscode-languageserver-textdocument';
import { MarkupKind, type CompletionItem, type Position } from 'vscode-languageserver-types';
import { cursorAt, type Cursor } from '../../documents/cursor.ts';
import { layoutAt } from '../../documents/layout.ts';
import { parse, type ParsedDocument } from '../../documents/parse.ts';
import { describe } from '../../schema/describe.ts';
import { isObject, type Json } from '../../schema/jsonSchema.ts';
import { subschemaAt } from '../../schema/lookup.ts';
import type { CompletionContext, CompletionOptions } from './context.ts';
import { memberSuggestions, standIn } from './members.ts';
import { valueSuggestions } from './values.ts';

/** The suggestions at a place: members that fit and are not there yet, or values. The list is complete. */
export function complete(
  document: TextDocument,
  parsed: () => ParsedDocument,
  position: Position,
  options: CompletionOptions,
): CompletionItem[] {
  const text = document.getText();
  const offset = document.offsetAt(position);
  const cursor = cursorAt(text, offset);
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

/**
 * The document's value without the word at the cursor, which is what breaks a text most often: with a member in its place,
 * it is JSON again. Else what is known of the document as it is, or of what is left of it.
 */
function rootValue(text: string, parsed: () => ParsedDocument, cursor: Cursor): Json {
  const { start, end, hasValue, expects } = cursor;
  if (expects === 'name' && !hasValue) {
    const whole = withMember(text, cursor);
    if (whole !== undefined) return whole;
  }
  const { problems, data } = parsed();
  if (problems.length === 0 || start === end || hasValue) return data;
  return parse(text.slice(0, start) + text.slice(end)).data;
}

/** The value of the text with a complete member at the cursor, which is called like none; `undefined` if it is not JSON. */
function withMember(text: string, { start, end, commaBefore, commaAfter }: Cursor): Json {
  const member = `${commaBefore === undefined ? '' : ','}"${standIn}":0${commaAfter ? ',' : ''}`;
  try {
    const value: unknown = JSON.parse(text.slice(0, start) + member + text.slice(end));
    return value;
  } catch {
    return undefined;
  }
}

function isSegment(value: unknown): value is string | number {
  return typeof value === 'string' || typeof value === 'number';
}
