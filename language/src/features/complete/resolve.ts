import { MarkupKind, type CompletionItem } from 'vscode-languageserver-types';
import { isObject } from '../../documents/value.ts';
import type { ConnectedInstance } from '../../rules/environment.ts';
import type { InstanceQuery } from '../../rules/instance/query.ts';
import { conditionAt } from '../../schema/applies.ts';
import { describe } from '../../schema/describe.ts';
import { subschemaAt } from '../../schema/lookup.ts';
import type { Path } from '../../documents/locate.ts';

/** What a completion item keeps until its description is requested. */
export interface ItemData {
  /** The path of the suggested property or value. */
  readonly path: Path;
  readonly required?: boolean;
  /** The folder of OBS that is suggested. */
  readonly folder?: SuggestedFolder | undefined;
}

/** A folder of OBS, and the connection that it is looked up with. */
export interface SuggestedFolder {
  readonly connection: ConnectedInstance;
  readonly bucket: string;
  /** Empty, or ends with a slash. */
  readonly prefix: string;
}

/**
 * Returns what to look up when a completion item gets the focus, so that it is there when the item is accepted: the folders in
 * a suggested one.
 * @param data of the item, which comes back from the client
 */
export function lookedUpAhead(
  data: unknown,
): { readonly connection: ConnectedInstance; readonly query: InstanceQuery } | undefined {
  const folder = isObject(data) && isObject(data.folder) ? data.folder : {};
  const { connection, bucket, prefix } = folder;
  if (!isObject(connection) || typeof bucket !== 'string' || typeof prefix !== 'string') return undefined;
  const { name, instanceId } = connection;
  if (typeof name !== 'string' || typeof instanceId !== 'string') return undefined;
  return { connection: { name, instanceId }, query: { kind: 'folders', bucket, prefix } };
}

/** Returns a completion item with its description. */
export function resolveCompletion(item: CompletionItem): CompletionItem {
  const data: unknown = item.data;
  const path = isObject(data) && Array.isArray(data.path) ? data.path.filter(isSegment) : undefined;
  const schema = path && subschemaAt(path);
  if (path === undefined || schema === undefined) return item;
  const name = path.at(-1);
  const required = isObject(data) ? data.required : undefined;
  const occurrence = {
    ...(typeof name === 'string' && { name }),
    ...(typeof required === 'boolean' && { required }),
    condition: conditionAt(path),
  };
  return { ...item, documentation: { kind: MarkupKind.Markdown, value: describe(schema, occurrence) } };
}

function isSegment(value: unknown): value is string | number {
  return typeof value === 'string' || typeof value === 'number';
}
