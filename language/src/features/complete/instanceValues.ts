import * as l10n from '@vscode/l10n';
import { escaped } from '../../documents/reference.ts';
import type { JsonSchema } from '../../schema/jsonSchema.ts';
import { isObsPath } from '../../schema/obsPath.ts';
import {
  nameQueryAt,
  type InstanceLookUp,
  type InstanceQuery,
  type InstanceValue,
} from '../../rules/instance/query.ts';
import type { Candidate } from './candidate.ts';
import type { CompletionContext } from './context.ts';

/** As many values of one kind are listed; of more, those that contain what was typed. */
const mostListed = 500;

/** A look-up that notes whether it left something out. */
export interface NotedLookUp {
  readonly lookUp: InstanceLookUp | undefined;
  /** Whether values were left out, are still on their way, or follow with the next segment of a path. */
  readonly isIncomplete: () => boolean;
}

/** Returns a look-up with as many values as a list can have, and notes whether there are or will be more. */
export function notedLookUp(lookUp: InstanceLookUp | undefined, typed: string): NotedLookUp {
  if (lookUp === undefined) return { lookUp, isIncomplete: () => false };
  let isIncomplete = false;
  const word = typed.toLowerCase();
  const segment = /^obs:\/\/(?:.*\/)?([^/]*)$/s.exec(word)?.[1] ?? '';
  return {
    lookUp(query) {
      const known = lookUp(query);
      if (known === undefined) return undefined;
      const { values } = known;
      const isPath = query.kind === 'buckets' || query.kind === 'folders';
      if (known.isPending || isPath || values.length > mostListed) isIncomplete = true;
      if (values.length <= mostListed) return known;
      const matching = values.filter(({ name }) => name.toLowerCase().includes(isPath ? segment : word));
      return { ...known, values: matching.slice(0, mostListed) };
    },
    isIncomplete: () => isIncomplete,
  };
}

/** The string before the cursor, without its quote: what was typed of a value. */
export function typedText({
  document,
  cursor,
  offset,
}: Pick<CompletionContext, 'document' | 'cursor' | 'offset'>): string {
  return document.getText().slice(cursor.start, offset).replace(/^"/, '');
}

/** The values of the instance that fit at the cursor: names, instances, or the next segment of a path in OBS. */
export function instanceCandidates(context: CompletionContext, schema: JsonSchema): Candidate[] {
  const { environment, cursor, root } = context;
  const { instanceValues: lookUp } = environment;
  if (lookUp === undefined) return [];
  if (isObsPath(schema)) return pathCandidates(lookUp, typedText(context));
  const valuesOf = (query: InstanceQuery): readonly InstanceValue[] => lookUp(query)?.values ?? [];
  const query = nameQueryAt(cursor.path, root);
  if (query) return valuesOf(query).map((value) => candidateOf(query, value));
  switch (cursor.path.at(-1)) {
    case 'default_owner':
      return ownerQueries.flatMap((one) => valuesOf(one).map((value) => candidateOf(one, value)));
    case 'instance_id':
      return valuesOf({ kind: 'instances' }).map((value) => candidateOf({ kind: 'instances' }, value));
    default:
      return [];
  }
}

/** Which of them can own tables isn't documented. */
const ownerQueries: readonly InstanceQuery[] = [
  { kind: 'users', source: 'IAM' },
  { kind: 'groups', source: 'IAM' },
  { kind: 'roles' },
];

function candidateOf(query: InstanceQuery, { name, description }: InstanceValue): Candidate {
  const kind = kindOf(query);
  const parts = [kind, description].filter((part) => part !== undefined && part !== '');
  // A name of the service isn’t a reference, whatever it contains.
  return { value: escaped(name), text: parts.join(' · ') };
}

/** What a value is, in words; `undefined` where the service's description has more. */
function kindOf({ kind }: InstanceQuery): string | undefined {
  switch (kind) {
    case 'catalogs':
      return l10n.t('catalog');
    case 'databases':
      return l10n.t('database');
    case 'users':
      return l10n.t('user');
    case 'groups':
      return l10n.t('group');
    case 'roles':
      return l10n.t('role');
    case 'buckets':
      return l10n.t('OBS bucket');
    case 'folders':
      return l10n.t('OBS folder');
    case 'instances':
      return undefined;
  }
}

/** The buckets, or the folders of the folder that was typed last. */
function pathCandidates(lookUp: InstanceLookUp, typed: string): Candidate[] {
  const [, bucket, prefix = ''] = /^obs:\/\/([^/]+)\/((?:.*\/)?)[^/]*$/s.exec(typed) ?? [];
  const query: InstanceQuery = bucket === undefined ? { kind: 'buckets' } : { kind: 'folders', bucket, prefix };
  const parent = bucket === undefined ? 'obs://' : `obs://${bucket}/${prefix}`;
  return (lookUp(query)?.values ?? []).map((value) => {
    const path = `${parent}${escaped(value.name)}/`;
    const literal = JSON.stringify(path);
    return {
      ...candidateOf(query, value),
      value: path,
      folder: bucket === undefined ? { bucket: value.name, prefix: '' } : { bucket, prefix: `${prefix}${value.name}/` },
      // The next segment is typed before the closing quote.
      write: (text) => `${text.literal(literal.slice(0, -1))}${text.blank()}${text.literal('"')}`,
    };
  });
}
