import type { InsertionText } from '../../documents/edits/snippet.ts';
import type { Json } from '../../schema/jsonSchema.ts';

/** A value that fits at the cursor. */
export interface Candidate {
  readonly value: Json;
  /** What it means. */
  readonly text?: string | undefined;
  /** Writes it with places to type into, or as is if there are none. */
  readonly write?: (text: InsertionText) => string;
  /** A folder of OBS, behind which a path can go on. */
  readonly folder?: { readonly bucket: string; readonly prefix: string };
}
