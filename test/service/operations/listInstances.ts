import { documented } from '../answers.ts';
import type { Operation } from './operation.ts';
import { page } from './paging.ts';

/**
 * The instances of the project: in_recycle_bin, offset, limit and enterprise_project_id are required. There is one
 * enterprise project, and `all_granted_eps` stands for all.
 */
export const listInstances: Operation = ({ query }, { instances }) => {
  const inRecycleBin = query.get('in_recycle_bin');
  const matching = instances.filter((instance) => String(instance.in_recycle_bin) === inRecycleBin);
  const shown = page(matching, query);
  const isValid = ['true', 'false'].includes(inRecycleBin ?? '') && query.has('enterprise_project_id');
  if (!isValid || shown === undefined) return documented.badRequest;
  return { status: 200, body: { instances: shown, total: matching.length } };
};
