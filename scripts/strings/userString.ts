/**
 * What a string is, as far as the code shows: a sentence or several (`message`), the message of a diagnostic
 * (`diagnostic`), a title, label, or button (`title`), the title of a command (`command`), a block of Markdown
 * (`block`), or something else.
 */
export type StringRole = 'message' | 'diagnostic' | 'title' | 'command' | 'block' | 'other';

/** A string that users read. */
export interface UserString {
  /** The part of the product, such as `client/src/submit` or `package.nls.json`. */
  readonly area: string;
  /** Where it is: a file, followed by the key or path in the file. */
  readonly source: string;
  readonly role: StringRole;
  readonly text: string;
}
