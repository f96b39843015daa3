/** Builds the text of a suggestion, as a snippet with tab stops or, for a client without them, as plain text. */
export interface InsertionText {
  /** Text as is. */
  literal(text: string): string;
  /** A place to type into. */
  blank(): string;
  /** A value to keep or to type over. */
  placeholder(value: string): string;
  /** A choice; the first value is inserted until another is selected. */
  choice(values: readonly string[]): string;
}

/** Text that knows whether it has a place to type into. */
export interface SnippetText extends InsertionText {
  hasStops(): boolean;
}

/** Plain text: blanks stay empty, and a choice becomes its first value. */
export const plainText: InsertionText = {
  literal: (text) => text,
  blank: () => '',
  placeholder: (value) => value,
  choice: ([first = '']) => first,
};

/** Snippet text in the syntax of the protocol, its tab stops numbered in the order in which they are asked for. */
export function snippetText(): SnippetText {
  let stops = 0;
  return {
    hasStops: () => stops > 0,
    literal: escape,
    blank: () => `$${++stops}`,
    placeholder: (value) => `\${${++stops}:${escape(value)}}`,
    choice: (values) => `\${${++stops}|${values.map((value) => value.replace(/[\\,|]/g, '\\$&')).join(',')}|}`,
  };
}

/** `$`, `}` and `\` mean something in a snippet. */
function escape(text: string): string {
  return text.replace(/[\\$}]/g, '\\$&');
}
