import { documented } from '../answers.ts';
import type { Operation } from './operation.ts';
import { page } from './paging.ts';

/** ListObsBuckets: offset and limit can be left out. */
export const listBuckets: Operation = ({ query }, { content }) => {
  const buckets = content.buckets.map(({ id, name, creation_date, location }) => ({
    id,
    name,
    creation_date,
    location,
  }));
  const asked = new URLSearchParams({ offset: query.get('offset') ?? '0', limit: query.get('limit') ?? '1000' });
  const shown = page(buckets, asked);
  return shown === undefined ? documented.badRequest : { status: 200, body: { buckets: shown, total: buckets.length } };
};

/** ListObsObject: the objects of a bucket with a prefix, from `marker` on, in the order of their names. limit is required. */
export const listObjects: Operation = ({ ids, query }, { content }) => {
  const bucket = content.buckets.find(({ name }) => name === ids.bucket);
  if (bucket === undefined) return documented.notFound;
  const limit = Number(query.get('limit') ?? Number.NaN);
  if (!Number.isInteger(limit) || limit < 1 || limit > 1000) return documented.badRequest;
  const [prefix, marker] = [query.get('prefix') ?? '', query.get('marker') ?? ''];
  const names = bucket.objects.filter((name) => name.startsWith(prefix) && name >= marker).sort();
  const next = names[limit];
  return {
    status: 200,
    body: {
      object_names: names.slice(0, limit),
      location: bucket.location,
      prefix,
      bucket_name: bucket.name,
      ...(next !== undefined && { next_marker: next }),
    },
  };
};
