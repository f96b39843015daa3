import type { ParsedDocument } from '../documents/parse.ts';
import type { Json } from '../schema/jsonSchema.ts';

/** A parsed document as the rules read it. */
export interface CheckedDocument extends ParsedDocument {
  /**
   * The value of the document with misspelled enumeration values corrected. Rules that depend on such a value read it here,
   * so that they report the same before and after the misspelling is fixed. The tree has the values as written.
   */
  readonly intended: Json;
}
