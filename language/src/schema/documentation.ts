import type { Path } from '../documents/locate.ts';
import { jobSchema } from '../generated/jobSchema.js';
import type { Documentation } from './jsonSchema.ts';
import { subschemaAt } from './lookup.ts';
import { schemaText } from './texts.ts';

/** The API reference. */
const apiDocumentation: Documentation = jobSchema['x-documentation'] ?? { title: '', url: '' };

/** The edition of the API reference that the schema follows. */
export const apiEdition = jobSchema['x-edition'] ?? '';

/** Returns the edition of the API reference that added the property at `path` or the one around it. */
export function editionAt(path: Path): string {
  const editions = path.map((_, index) => subschemaAt(path.slice(0, index + 1))?.['x-edition']);
  return editions.findLast((edition) => edition !== undefined) ?? apiEdition;
}

/** Returns the page about the property at `path` or the block around it, or else the API reference. */
export function documentationAt(path: Path): Documentation {
  const pages = path.map((_, index) => subschemaAt(path.slice(0, index + 1))?.['x-documentation']);
  return inDisplayLanguage(pages.findLast((page) => page !== undefined) ?? apiDocumentation);
}

/** Returns the page that a document link at `path` opens, or `undefined` if there’s no link. Links are at the job’s type and blocks. */
export function linkedPage(path: Path, part: 'name' | 'value'): Documentation | undefined {
  const [first, ...rest] = path;
  if (part === 'value') return first === 'type' && rest.length === 0 ? documentationAt(path) : undefined;
  const page = first === 'parameter' && rest.length === 1 ? subschemaAt(path)?.['x-documentation'] : undefined;
  return page && inDisplayLanguage(page);
}

function inDisplayLanguage({ title, url }: Documentation): Documentation {
  return { title: schemaText(title), url: schemaText(url) };
}
