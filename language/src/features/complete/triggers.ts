import type { Cursor } from '../../documents/cursor/cursor.ts';

/**
 * The characters that ask for suggestions by being typed: the start of a property or a value, and a line break. No comma,
 * behind which a line break is meant as one. VS Code asks for them only where they belong to no word of the language
 * configuration's `wordPattern`.
 */
export const triggerCharacters: readonly string[] = ['{', '[', '"', ':', ' ', '$', '\n'];

/** VS Code's command that asks for suggestions: a client has it that declares it in its `initializationOptions`. */
export const suggestCommand = 'editor.action.triggerSuggest';

/** Whether a typed character asks for nothing at its place: it closes a string, or is part of one. */
export function asksForNothing(typed: string | undefined, text: string, offset: number, { start }: Cursor): boolean {
  const isInString = start < offset && text[start] === '"';
  if (typed === undefined || !isInString) return false;
  if (typed === '"') return start < offset - 1;
  const beginsReference = typed === '$' || (typed === '{' && text[offset - 2] === '$');
  return !beginsReference;
}
