import type { Node } from 'jsonc-parser';
import { firstElements, propertyNodes } from '../../documents/locate.ts';
import { jobSchema } from '../../generated/jobSchema.js';
import { propertySchema } from '../../schema/lookup.ts';

/** An array or object that isn't a job but has exactly one in it. */
export interface Wrapper {
  /** The array or object. */
  readonly outside: Node;
  readonly job: Node;
  /** The name of the property that holds the job, where `outside` is an object. */
  readonly name?: string;
  /** Whether something else is in it, too: a list response has the number of its jobs. */
  readonly hasMore: boolean;
}

/** A request in a collection has its body three levels deep. */
const mostLevels = 3;
/** So many properties of an object are looked at. */
const mostProperties = 100;

/** Returns what the job is in, where it isn't the whole document: an array with one element, or an object without a property of a job. */
export function wrapperOf(tree: Node): Wrapper | undefined {
  if (hasJobProperty(tree)) return undefined;
  const [only, ...others] = jobsIn(tree, mostLevels);
  if (only === undefined || others.length > 0) return undefined;
  const { job, name, hasMore } = only;
  return { outside: tree, job, hasMore, ...(name !== undefined && { name }) };
}

/** Whether a value that isn't a job has jobs in it. */
export function holdsJobs(tree: Node): boolean {
  return !hasJobProperty(tree) && jobsIn(tree, mostLevels).length > 0;
}

type JobInside = Omit<Wrapper, 'outside'>;

/** Returns up to two jobs in an array or object. An array of several elements has several, whatever they are. */
function jobsIn(node: Node, levels: number): JobInside[] {
  if (levels === 0) return [];
  if (node.type === 'array') {
    const elements = firstElements(node, 2);
    const found = elements.flatMap((element) => jobsAt(element, levels));
    return elements.length > 1 ? found.flatMap((one) => [one, one]).slice(0, 2) : found;
  }
  const properties = propertyNodes(node);
  return properties
    .slice(0, mostProperties)
    .flatMap(({ name, value }) =>
      jobsAt(value, levels).map((one) => ({ ...one, name, hasMore: one.hasMore || properties.length > 1 })),
    )
    .slice(0, 2);
}

function jobsAt(node: Node, levels: number): JobInside[] {
  return isJob(node) ? [{ job: node, hasMore: false }] : jobsIn(node, levels - 1);
}

/** Whether an object has two of a job's required properties or more, whatever else is in it. */
function isJob(node: Node): boolean {
  const required = jobSchema.required ?? [];
  return propertyNodes(node).filter(({ name }) => required.includes(name)).length >= 2;
}

function hasJobProperty(tree: Node): boolean {
  return propertyNodes(tree).some(({ name }) => propertySchema(jobSchema, name) !== undefined);
}
