import type { Path } from '../documents/locate.ts';
import type { ParsedDocument } from '../documents/parse.ts';
import type { Span } from '../documents/range.ts';
import { referencePlacesIn } from '../documents/reference.ts';
import { stringOffsets } from '../documents/stringOffsets.ts';
import { pathTo, visitValues } from '../documents/visitValues.ts';

/**
 * A reference in a job's text, or the first character of `$${`, which is the way to write `${`. Offset and length are those in
 * the document.
 */
export interface JobReference extends Span {
  readonly kind: 'secret' | 'env' | 'escape';
  readonly name: string;
  /** The path of the string that it is in. */
  readonly path: Path;
}

/** Returns the references in the values of a job, in the order of the text. Malformed ones are text, and left out. */
export function jobReferences({ text, tree }: Pick<ParsedDocument, 'text' | 'tree'>): JobReference[] {
  const found: JobReference[] = [];
  if (tree === undefined || !mayHaveReferences(text)) return found;
  visitValues(tree, undefined, {
    scalar: (node, _, step) => {
      const places = node.type === 'string' ? referencePlacesIn(String(node.value)) : [];
      const at = places.length > 0 ? stringOffsets(text, node) : undefined;
      if (at === undefined) return;
      const path = pathTo(step);
      for (const { kind, name, offset, length } of places) {
        if (kind === 'malformed') continue;
        const end = offset + (kind === 'escape' ? 1 : length);
        found.push({ kind, name, offset: at(offset), length: at(end) - at(offset), path });
      }
    },
  });
  return found;
}

/**
 * Whether a string can have references. The job's name and type can't: they are shown, logged, and sent in the search for
 * existing jobs before the user confirms anything.
 */
export function canRefer(path: Path): boolean {
  return path.length !== 1 || (path[0] !== 'name' && path[0] !== 'type');
}

/** Whether a text can have references: as they are, or with an escaped character. */
export function mayHaveReferences(text: string): boolean {
  return text.includes('${') || text.includes('\\u00');
}
