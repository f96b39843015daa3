import type { Path } from '../documents/locate.ts';
import { jobSchema } from '../generated/jobSchema.js';
import type { Documentation } from './jsonSchema.ts';
import { subschemaAt } from './lookup.ts';

/** The page that the schema follows. */
export const apiDocumentation: Documentation = jobSchema['x-documentation'] ?? { title: '', url: '' };

/** The edition of the page that the schema follows. */
export const apiEdition = jobSchema['x-edition'] ?? '';

/** The edition that brought what stands at `path`: that of the member itself, or of the one around it. */
export function editionAt(path: Path): string {
  const editions = path.map((_, index) => subschemaAt(path.slice(0, index + 1))?.['x-edition']);
  return editions.findLast((edition) => edition !== undefined) ?? apiEdition;
}

/** The page that tells most of what stands at `path`: one about it or about the block around it, else the API's. */
export function documentationAt(path: Path): Documentation {
  const pages = path.map((_, index) => subschemaAt(path.slice(0, index + 1))?.['x-documentation']);
  return pages.findLast((page) => page !== undefined) ?? apiDocumentation;
}

/** The page that a document link leads to from the value of the job's type, or from the name of a block; else `undefined`. */
export function linkedPage(path: Path, part: 'name' | 'value'): Documentation | undefined {
  const [first, ...rest] = path;
  if (part === 'value') return first === 'type' && rest.length === 0 ? documentationAt(path) : undefined;
  return first === 'parameter' && rest.length === 1 ? subschemaAt(path)?.['x-documentation'] : undefined;
}
