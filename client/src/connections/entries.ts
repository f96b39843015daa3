import { isObject, type JsonObject } from '../../../language/src/documents/value.ts';
import {
  defaultEndpoint,
  defaultIamEndpoint,
  draftOf,
  readConnection,
  type Connection,
  type Draft,
} from './connection.ts';

/** One entry of the setting `lakeformation.connections`, usable or not. */
export interface Entry {
  /** As written in the setting. */
  readonly value: unknown;
  /** What can be read of it. */
  readonly draft: Draft;
  /** Why it can't be used. */
  readonly problem?: string;
}

/** Nothing entered yet. */
export const emptyDraft: Draft = {
  name: '',
  region: '',
  endpoint: '',
  iamEndpoint: '',
  projectId: '',
  instanceId: '',
  production: false,
};

/** Every entry of the setting, also those that can't be used; `undefined` if the setting isn't an array. */
export function entriesOf(setting: unknown): readonly Entry[] | undefined {
  return arrayOf(setting)?.map((value, index) => {
    const read = readConnection(value, index);
    return { value, draft: draftOf(value), ...(typeof read === 'string' && { problem: read }) };
  });
}

/** The connection that a draft describes; `undefined` where it can't be used. */
export function connectionOf(draft: Draft): Connection | undefined {
  const read = readConnection(draft, 0);
  return typeof read === 'string' ? undefined : read;
}

/** Whether a sign-in to one connection is one to the other too: it belongs to a name, the two addresses and the project. */
export function sharesSignIn(one: Draft, other: Draft): boolean {
  const keys = [one, other].map(({ name, region, endpoint, iamEndpoint, projectId }) =>
    JSON.stringify([name, endpoint || defaultEndpoint(region), iamEndpoint || defaultIamEndpoint(region), projectId]),
  );
  return keys[0] === keys[1];
}

/**
 * The setting with one more connection at its end. Everything else in it stays unchanged.
 * @returns `undefined` if the setting isn't an array, which must not be overwritten
 */
export function withAdded(setting: unknown, draft: Draft): readonly unknown[] | undefined {
  const entries = arrayOf(setting);
  return entries && [...entries, entryOf(draft, {})];
}

/**
 * The setting with one entry changed to the draft. Properties of the entry that the draft doesn't have stay.
 * @param before the entry as it was read
 * @returns `undefined` where the setting no longer has that entry: another window may have changed it
 */
export function withChanged(setting: unknown, before: unknown, draft: Draft): readonly unknown[] | undefined {
  return replaced(setting, before, [entryOf(draft, isObject(before) ? before : {})]);
}

/** The setting without one entry; `undefined` where it no longer has that entry. */
export function withoutEntry(setting: unknown, before: unknown): readonly unknown[] | undefined {
  return replaced(setting, before, []);
}

function replaced(setting: unknown, before: unknown, by: readonly unknown[]): readonly unknown[] | undefined {
  const entries = arrayOf(setting);
  const text = JSON.stringify(before);
  const index = entries?.findIndex((entry) => JSON.stringify(entry) === text) ?? -1;
  return entries === undefined || index < 0
    ? undefined
    : [...entries.slice(0, index), ...by, ...entries.slice(index + 1)];
}

function arrayOf(setting: unknown): readonly unknown[] | undefined {
  if (setting === undefined) return [];
  return Array.isArray(setting) ? setting : undefined;
}

/** An entry with the properties of the draft, in the order and with the other properties of `before`. */
function entryOf({ endpoint, iamEndpoint, production, ...required }: Draft, before: JsonObject): unknown {
  const optional = new Map<string, unknown>([
    ['endpoint', endpoint],
    ['iamEndpoint', iamEndpoint],
    ['production', production],
  ]);
  const isLeft = (key: string): boolean => !optional.has(key) || isSaid(optional.get(key));
  return {
    ...Object.fromEntries(Object.entries(before).filter(([key]) => isLeft(key))),
    ...required,
    ...Object.fromEntries([...optional].filter(([, value]) => isSaid(value))),
  };
}

function isSaid(value: unknown): boolean {
  return value !== '' && value !== false;
}
