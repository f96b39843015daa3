import * as l10n from '@vscode/l10n';
import { CompletionItemKind, type CompletionItem } from 'vscode-languageserver-types';
import { isObject, typesOf, type JsonSchema } from '../../schema/jsonSchema.ts';
import { membersOf, subschemaAt } from '../../schema/lookup.ts';
import { memberConditions, type MemberConditions } from '../../schema/members.ts';
import { valueAt } from '../../documents/value.ts';
import { insertion, type CompletionContext } from './context.ts';
import { skeleton } from './skeleton.ts';
import { plainText, snippetText } from '../../documents/snippet.ts';

/** The name of the member that stands for the one that is being typed. */
export const standIn = '\uffff';

/** The members that the object at the cursor does not have yet: mandatory first, those that do not apply here last. */
export function memberSuggestions(context: CompletionContext): CompletionItem[] {
  const { cursor, document, root } = context;
  const schema = subschemaAt(cursor.path);
  if (schema === undefined) return [];
  const object = valueAt(root, cursor.path);
  const present = new Set(isObject(object) ? Object.keys(object) : []);
  present.delete(wordAt(document.getText().slice(cursor.start, cursor.end)));
  const conditions = memberConditions(cursor.path, root);
  return membersOf(schema)
    .map(([name, member], index) => ({ name, member, index }))
    .filter(({ name }) => !present.has(name))
    .map(({ name, member, index }) => ({
      ...insertion(context, {
        label: name,
        text: memberText(context, name, member),
        isSnippet: context.options.snippets,
      }),
      kind: kindOf(member),
      detail: detailOf(name, conditions),
      sortText: `${groupOf(name, conditions)}${String(index).padStart(3, '0')}`,
      data: { path: [...cursor.path, name], mandatory: conditions.mandatory.has(name) },
    }));
}

function memberText({ cursor, root, layout, options }: CompletionContext, name: string, member: JsonSchema): string {
  const text = options.snippets ? snippetText() : plainText;
  const key = `"${text.literal(name)}"`;
  return cursor.hasValue ? key : `${key}: ${skeleton(member, [...cursor.path, name], root, text, layout)}`;
}

function groupOf(name: string, { mandatory, irrelevant }: MemberConditions): number {
  return mandatory.has(name) ? 0 : irrelevant.has(name) ? 2 : 1;
}

function detailOf(name: string, { mandatory, irrelevant }: MemberConditions): string {
  if (mandatory.has(name)) return l10n.t('mandatory');
  return irrelevant.has(name) ? l10n.t('does not apply here') : l10n.t('optional');
}

function kindOf(schema: JsonSchema): CompletionItemKind {
  return typesOf(schema)[0] === 'object' ? CompletionItemKind.Module : CompletionItemKind.Property;
}

/** The name that is being typed, its quotes removed. */
function wordAt(text: string): string {
  return text.replace(/^"|"$/g, '');
}
