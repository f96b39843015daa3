import type { Node } from 'jsonc-parser';
import { applyEdits } from '../documents/edits/applyEdits.ts';
import { removeFrom } from '../documents/edits/containerEdits.ts';
import { findProperty, propertyNodes } from '../documents/locate.ts';
import { parse, type ParsedDocument } from '../documents/parse.ts';
import { isObject } from '../documents/value.ts';
import { indentedBy2 } from './jobText.ts';

/**
 * The properties that a job has only in responses: CreateJobByInstance, ShowJobByInstance, ListJobsByInstance, response
 * parameter tables.
 */
const responseNames = [
  'id',
  'create_time',
  'start_time',
  'end_time',
  'last_success_run_time',
  'status',
  'execute_time',
  'log_simple_info',
];

/** Returns the properties of a job that come from a response of the API; none if there is only one, which may be a mistake. */
export function responseProperties({ tree, data }: Pick<ParsedDocument, 'tree' | 'data'>): Node[] {
  if (
    tree === undefined ||
    !isObject(data) ||
    !['name', 'type', 'parameter'].some((name) => Object.hasOwn(data, name))
  ) {
    return [];
  }
  const names = responseNames.filter((name) => Object.hasOwn(data, name));
  return names.length < 2 ? [] : names.flatMap((name) => findProperty(tree, name)?.property ?? []);
}

/** Returns the text of a job without the properties of a response; indented by 2 spaces if it was on one line. */
export function withoutResponseProperties(text: string): string {
  const { tree } = parse(text);
  const properties = tree
    ? propertyNodes(tree).flatMap(({ name, node }) => (responseNames.includes(name) ? [node] : []))
    : [];
  const job = tree ? applyEdits(text, removeFrom(text, tree, properties)) : text;
  return job.trim().includes('\n') ? job : indentedBy2(job);
}
