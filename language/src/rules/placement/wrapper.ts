import type { Node } from 'jsonc-parser';
import { firstElements, propertyNodes } from '../../documents/locate.ts';
import { jobSchema } from '../../generated/jobSchema.js';
import { propertySchema } from '../../schema/lookup.ts';

/** An array or object that has nothing in it but a job. */
export interface Wrapper {
  /** The array or object. */
  readonly outside: Node;
  readonly job: Node;
  /** The name of the property that holds the job, where `outside` is an object. */
  readonly name?: string;
}

/** Returns what the job is in, where it is not the whole document: an array with one element, or an object with one property. */
export function wrapperOf(tree: Node): Wrapper | undefined {
  if (tree.type === 'array') {
    const [job, ...others] = firstElements(tree, 2);
    return job !== undefined && others.length === 0 && isJob(job) ? { outside: tree, job } : undefined;
  }
  const [only, ...others] = propertyNodes(tree);
  if (only === undefined || others.length > 0 || propertySchema(jobSchema, only.name)) return undefined;
  return isJob(only.value) ? { outside: tree, job: only.value, name: only.name } : undefined;
}

/** Whether an object has two of a job's required properties or more, whatever else is in it. */
function isJob(node: Node): boolean {
  const required = jobSchema.required ?? [];
  return propertyNodes(node).filter(({ name }) => required.includes(name)).length >= 2;
}
