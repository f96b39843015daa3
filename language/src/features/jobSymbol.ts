import { findProperty, textOf } from '../documents/locate.ts';
import type { ParsedDocument } from '../documents/parse.ts';
import type { Span } from '../documents/range.ts';

/** A job as one symbol of a workspace. */
export interface JobSymbol {
  readonly name: string;
  /** Empty where the job has none. */
  readonly type: string;
  /** Where the name is. */
  readonly span: Span;
}

/** Characters of a name or a type. */
const mostCharacters = 255;

/** Returns the job of a document; `undefined` for one without a name. */
export function jobSymbol({ tree }: ParsedDocument): JobSymbol | undefined {
  const value = tree && findProperty(tree, 'name')?.value;
  const name = textOf(value)?.slice(0, mostCharacters);
  if (tree === undefined || value === undefined || name === undefined || name === '') return undefined;
  const type = textOf(findProperty(tree, 'type')?.value)?.slice(0, mostCharacters) ?? '';
  return { name, type, span: { offset: value.offset, length: value.length } };
}

/** Whether a query finds a name: all its characters are there in their order, as VS Code filters symbols. */
export function isFound(name: string, query: string): boolean {
  const lowerCase = name.toLowerCase();
  let from = 0;
  for (const character of query.toLowerCase().replace(/\s/g, '')) {
    const index = lowerCase.indexOf(character, from);
    if (index < 0) return false;
    from = index + character.length;
  }
  return true;
}
