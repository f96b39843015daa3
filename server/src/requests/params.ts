import type {
  CodeActionParams,
  CompletionItem,
  DocumentFormattingParams,
  DocumentRangeFormattingParams,
  RenameParams,
  SelectionRangeParams,
  TextDocumentIdentifier,
  TextDocumentPositionParams,
} from 'vscode-languageserver';
import { FormattingOptions, Position, Range } from 'vscode-languageserver-types';
import { isObject } from '../../../language/src/documents/value.ts';
import type { CheckParams } from '../protocol.ts';

/** Checks what a client sent as the parameters of a request, as far as a handler relies on them. */
export type ParamsGuard<Params> = (params: unknown) => params is Params;

/** The parameters that every request about a document has. */
export interface DocumentParams {
  readonly textDocument: TextDocumentIdentifier;
}

export function document(params: unknown): params is DocumentParams {
  return isObject(params) && isObject(params.textDocument) && typeof params.textDocument.uri === 'string';
}

export function position(params: unknown): params is TextDocumentPositionParams {
  return document(params) && 'position' in params && Position.is(params.position);
}

export function newName(params: unknown): params is RenameParams {
  return position(params) && 'newName' in params && typeof params.newName === 'string';
}

export function positions(params: unknown): params is SelectionRangeParams {
  return document(params) && 'positions' in params && isListOf(params.positions, Position.is);
}

export function range(params: unknown): params is DocumentParams & { range: Range } {
  return document(params) && 'range' in params && Range.is(params.range);
}

export function formattingOptions(params: unknown): params is DocumentFormattingParams {
  return document(params) && 'options' in params && FormattingOptions.is(params.options);
}

export function formattedRange(params: unknown): params is DocumentRangeFormattingParams {
  return formattingOptions(params) && range(params);
}

export function codeActionContext(params: unknown): params is CodeActionParams {
  if (!range(params) || !('context' in params) || !isObject(params.context)) return false;
  const { only } = params.context;
  return only === undefined || isListOf(only, (kind) => typeof kind === 'string');
}

export function label(params: unknown): params is CompletionItem {
  return isObject(params) && typeof params.label === 'string';
}

export function text(params: unknown): params is CheckParams {
  return isObject(params) && typeof params.text === 'string' && ['string', 'undefined'].includes(typeof params.uri);
}

function isListOf(list: unknown, isElement: (element: unknown) => boolean): boolean {
  return Array.isArray(list) && list.every(isElement);
}
