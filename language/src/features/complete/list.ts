import { TextEdit, type CompletionItem, type CompletionList } from 'vscode-languageserver-types';
import type { CompletionOptions } from './context.ts';

type ItemDefaults = NonNullable<CompletionList['itemDefaults']>;

/**
 * The list of these items; what all of them share is sent once, to a client that supports it.
 * @param isIncomplete whether there are more items, or there will be
 */
export function listOf(
  items: readonly CompletionItem[],
  { itemDefaults }: CompletionOptions,
  isIncomplete: boolean,
): CompletionList {
  const defaults: ItemDefaults = {};
  let rest = [...items];
  const [first] = items;
  if (first === undefined) return { isIncomplete, items: rest };
  if (itemDefaults.includes('editRange') && TextEdit.is(first.textEdit)) {
    // Every suggestion replaces the same text.
    defaults.editRange = first.textEdit.range;
    rest = rest.map(({ textEdit, ...item }) => ({ ...item, ...(textEdit && { textEditText: textEdit.newText }) }));
  }
  for (const name of ['insertTextFormat', 'insertTextMode'] as const) {
    const value = first[name];
    if (value === undefined || !itemDefaults.includes(name) || items.some((item) => item[name] !== value)) continue;
    Object.assign(defaults, { [name]: value });
    rest = rest.map((item) => ({ ...item, [name]: undefined }));
  }
  return { isIncomplete, ...(Object.keys(defaults).length > 0 && { itemDefaults: defaults }), items: rest };
}
