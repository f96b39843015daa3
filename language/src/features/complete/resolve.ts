import { MarkupKind, type CompletionItem } from 'vscode-languageserver-types';
import { isObject } from '../../documents/value.ts';
import { describe } from '../../schema/describe.ts';
import { subschemaAt } from '../../schema/lookup.ts';
import type { Path } from '../../documents/locate.ts';

/** What an item keeps until its description is asked for. */
export interface ItemData {
  /** Of the member or value that is suggested. */
  readonly path: Path;
  readonly mandatory?: boolean;
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

function isSegment(value: unknown): value is string | number {
  return typeof value === 'string' || typeof value === 'number';
}
