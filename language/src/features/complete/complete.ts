import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { CompletionList, Position } from 'vscode-languageserver-types';
import { cursorAt, type Cursor } from '../../documents/cursor/cursor.ts';
import { indentationAt } from '../../documents/indentation.ts';
import { jsonValue, parse, type ParsedDocument } from '../../documents/parse.ts';
import type { Json } from '../../schema/jsonSchema.ts';
import type { CompletionContext, CompletionEnvironment, CompletionOptions } from './context.ts';
import { notedLookUp, typedText } from './instanceValues.ts';
import { listOf } from './list.ts';
import { propertySuggestions, standIn } from './properties.ts';
import { asksForNothing } from './triggers.ts';
import { valueSuggestions } from './values.ts';

/**
 * The suggestions at a place: properties that fit and aren't there yet, or values. The list is complete, unless values of the
 * instance are still on their way, follow behind the next slash of a path, or are too many to list.
 * @param parsed the document, if it is already parsed; a suggestion needs less than that
 * @param typed the character that asks for suggestions by being typed
 */
export function complete(
  document: TextDocument,
  parsed: ParsedDocument | undefined,
  position: Position,
  options: CompletionOptions,
  environment: CompletionEnvironment,
  typed?: string,
): CompletionList {
  const text = document.getText();
  const offset = document.offsetAt(position);
  const cursor = cursorAt(text, offset);
  if (cursor === undefined || asksForNothing(typed, text, offset, cursor)) return listOf([], options, false);
  const known = notedLookUp(environment.instanceValues, typedText({ document, cursor, offset }));
  const context: CompletionContext = {
    document,
    offset,
    cursor,
    root: rootValue(text, parsed, cursor),
    indentation: indentationAt(text, cursor.start),
    options,
    environment: { ...environment, instanceValues: known.lookUp },
  };
  const items = cursor.expects === 'name' ? propertySuggestions(context) : valueSuggestions(context);
  return listOf(items, options, known.isIncomplete());
}

/**
 * The document's value with something in the place of the word at the cursor, which is what breaks a text most often: a
 * property that is called like none, or a value. Of a text that is broken elsewhere too, what is left of it.
 */
function rootValue(text: string, parsed: ParsedDocument | undefined, cursor: Cursor): Json {
  const { expects, hasValue, start, end, commaBefore, commaAfter } = cursor;
  const standsForItself = expects === 'value' ? start < end : !hasValue;
  if (parsed?.problems.length === 0 && standsForItself) return parsed.data;
  const word = expects === 'value' ? '0' : `"${standIn}"${hasValue ? '' : ':0'}`;
  const before = text.slice(0, start) + (commaBefore === undefined ? '' : ',');
  const whole = before + word + (commaAfter ? ',' : '') + text.slice(end);
  return jsonValue(whole) ?? parse(whole).data;
}
