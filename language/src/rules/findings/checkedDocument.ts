import type { ParsedDocument } from '../../documents/parse.ts';
import type { Json } from '../../schema/jsonSchema.ts';

/**
 * A parsed document as the rules read it: in `tree` and `data` each property has the name and the object that are meant, so
 * that the rules report the same before and after a misspelled name is corrected or a misplaced property is moved.
 */
export interface CheckedDocument extends ParsedDocument {
  /** The document as written. Edits are made to this one. */
  readonly written: ParsedDocument;
  /** `data` with misspelled enumeration values corrected, for rules that depend on one. */
  readonly intended: Json;
}
