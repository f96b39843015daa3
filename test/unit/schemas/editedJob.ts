import { readFileSync } from 'node:fs';
import { applyEdits, findNodeAtLocation, modify, parseTree, type Node } from 'jsonc-parser';
import type { Span } from '../../../language/src/documents/range.ts';

/** Property names and array indexes from the root of a job. */
export type Path = readonly (string | number)[];

const folder = new URL('../../fixtures/valid/', import.meta.url);

/** Legal jobs which together have every property; the earlier ones are preferred. */
const jobs = [
  'migration_aliyun_dlf',
  'migration_full',
  'migration_newer_properties',
  'permission_ranger_full',
  'permission_dlf',
  'discovery_monthly_first',
  'discovery_csv_full',
].map((name) => readFileSync(new URL(`${name}.lfjob.json`, folder), 'utf8'));

/** The text of a legal job that has a value at `path`. @throws when none has */
export function jobWith(path: Path): string {
  const job = jobs.find((text) => nodeAt(text, path) !== undefined);
  if (job === undefined) throw new Error(`No job has ${path.join('.')}`);
  return job;
}

/** The text with another value at `path`; the property is removed for `undefined`. */
export function withValue(text: string, path: Path, value: unknown): string {
  const formattingOptions = { insertSpaces: true, tabSize: 2 };
  return applyEdits(text, modify(text, [...path], value, { formattingOptions }));
}

/** Where the editor marks a value: the whole of it, or the opening bracket of an object or array. @throws for no value */
export function spanOfValue(text: string, path: Path): Span {
  const node = existingNode(text, path);
  return node.type === 'object' || node.type === 'array' ? { offset: node.offset, length: 1 } : node;
}

/** Where the editor marks an object that lacks a property: its name, else its opening bracket. @throws for no object */
export function spanOfOwner(text: string, path: Path): Span {
  return typeof path.at(-1) === 'string' ? spanOfKey(text, path) : spanOfValue(text, path);
}

/** The name of a property, with its quotes. @throws for no property */
export function spanOfKey(text: string, path: Path): Span {
  const key = existingNode(text, path).parent?.children?.[0];
  if (key === undefined) throw new Error(`${path.join('.')} is no property`);
  return key;
}

/** The value at `path`, as `JSON.parse` gives it. @throws for no value */
export function valueIn(text: string, path: Path): unknown {
  const { offset, length } = existingNode(text, path);
  return JSON.parse(text.slice(offset, offset + length));
}

function existingNode(text: string, path: Path): Node {
  const node = nodeAt(text, path);
  if (node === undefined) throw new Error(`There is nothing at ${path.join('.')}`);
  return node;
}

function nodeAt(text: string, path: Path): Node | undefined {
  const tree = parseTree(text);
  return tree && findNodeAtLocation(tree, [...path]);
}
