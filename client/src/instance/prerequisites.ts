import { jsonValue } from '../../../language/src/documents/parse.ts';
import { isReferring } from '../../../language/src/documents/reference.ts';
import { childValue, valueAt } from '../../../language/src/documents/value.ts';
import { selectedBlock } from '../../../language/src/schema/block.ts';
import { isBucket, isName, isPrefix } from './readValues.ts';

/** What must be there before a job runs. */
export type Prerequisite =
  /** The agency that jobs run with. */
  | { readonly kind: 'authorization' }
  | { readonly kind: 'catalog'; readonly property: string; readonly name: string }
  /** A folder with objects, or an object. */
  | {
      readonly kind: 'path';
      readonly property: string;
      readonly path: string;
      readonly bucket: string;
      /** Empty, or ends with a slash. */
      readonly prefix: string;
    };

/**
 * Returns what must be there before a job runs, as far as the service can be asked. Values with references are left out: what
 * they stand for isn't shown.
 * @param text the job's document
 */
export function prerequisitesOf(text: string): readonly Prerequisite[] {
  const job = jsonValue(text);
  const block = selectedBlock(job);
  if (block === undefined) return [];
  const values: unknown = valueAt(job, block);
  const textOf = (property: string): string | undefined => {
    const value = childValue(values, property);
    return typeof value === 'string' && !isReferring(value) ? value : undefined;
  };
  return [
    { kind: 'authorization' },
    ...catalogIn('target_catalog', textOf('target_catalog')),
    ...['data_location', 'location'].flatMap((property) => pathIn(property, textOf(property))),
  ];
}

function catalogIn(property: string, name: string | undefined): Prerequisite[] {
  return name !== undefined && isName(name) ? [{ kind: 'catalog', property, name }] : [];
}

function pathIn(property: string, path: string | undefined): Prerequisite[] {
  const [, bucket = '', folder = ''] = /^obs:\/\/([^/]+)\/?(.*)$/s.exec(path ?? '') ?? [];
  const prefix = folder === '' || folder.endsWith('/') ? folder : `${folder}/`;
  return path !== undefined && isBucket(bucket) && isPrefix(prefix)
    ? [{ kind: 'path', property, path, bucket, prefix }]
    : [];
}
