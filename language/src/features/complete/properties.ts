import * as l10n from '@vscode/l10n';
import { CompletionItemKind, type CompletionItem } from 'vscode-languageserver-types';
import { isObject, valueAt } from '../../documents/value.ts';
import { withoutEffect } from '../../schema/applies.ts';
import { constraintsAt, requiredProperties } from '../../schema/conditions.ts';
import { typesOf, type Json, type JsonSchema } from '../../schema/jsonSchema.ts';
import { keeps } from '../../schema/limits.ts';
import { propertiesOf, propertySchema, subschemaAt } from '../../schema/lookup.ts';
import { examples, type Example } from './blocks.ts';
import type { CompletionContext } from './context.ts';
import { insertion, order } from './item.ts';
import type { ItemData } from './resolve.ts';
import { scheduleSnippet, type PlacedSnippet } from './snippets.ts';
import { inParentheses, joinNames } from '../../joining.ts';

/** The name of the placeholder property for the one that is being typed. */
export const standIn = '\uffff';

/** The properties that the object at the cursor doesn't have yet: required first, then those of a chosen value, those without effect last. */
export function propertySuggestions(context: CompletionContext): CompletionItem[] {
  const { cursor, root } = context;
  const schema = subschemaAt(cursor.path);
  if (schema === undefined) return [];
  const object = valueAt(root, cursor.path);
  const present = new Set(isObject(object) ? Object.keys(object) : []);
  const required = requiredProperties(cursor.path, root);
  const value = cursor.hasValue ? valueAt(object, [standIn]) : undefined;
  const schedule = scheduleSnippet(context);
  return propertiesOf(schema).flatMap(([name, property], index) =>
    present.has(name) ||
    ![property, ...constraintsAt([...cursor.path, name], root)].every((limits) => fits(value, limits))
      ? []
      : [
          ...suggestionsFor(context, name, property, index, required.has(name)),
          ...(name === schedule?.name ? [scheduleSuggestion(context, schedule, index)] : []),
        ],
  );
}

/** The properties of a schedule, offered behind the one that they begin with. */
function scheduleSuggestion(
  context: CompletionContext,
  { name, prefix, write }: PlacedSnippet,
  index: number,
): CompletionItem {
  const data: ItemData = { path: context.cursor.path };
  return {
    ...insertion(context, { label: name, write }),
    ...(context.cursor.start === context.cursor.end && { filterText: `${name} ${prefix}` }),
    kind: CompletionItemKind.Property,
    ...details(context, l10n.t('optional'), l10n.t('with a daily schedule')),
    sortText: order(2, index * 2 + 1),
    data,
  };
}

/** Whether a value that is written already can be that of a property; one that isn't can be any. */
function fits(value: Json, property: JsonSchema): boolean {
  if (value === undefined) return true;
  return (
    keeps(value, property) &&
    (!isObject(value) || !property.properties || Object.keys(value).every((name) => propertySchema(property, name)))
  );
}

/** A property; one with properties of its own both with those that it must have and with all that have an effect. */
function suggestionsFor(
  context: CompletionContext,
  name: string,
  property: JsonSchema,
  index: number,
  required: boolean,
): CompletionItem[] {
  const { cursor, root } = context;
  const path = [...cursor.path, name];
  const reason = withoutEffect(path, root);
  const isWithoutEffect = reason !== undefined && reason !== 'undecided';
  // What a chosen value brings along is likelier than what every job may have.
  const isOfChoice = reason === undefined && property['x-appliesWith'] !== undefined;
  const role = isWithoutEffect
    ? l10n.t('used with {0}', `${reason.condition.property} ${joinNames(reason.condition.values ?? [])}`.trim())
    : required
      ? l10n.t('required')
      : l10n.t('optional');
  const data: ItemData = { path, required };
  const [first, ...others]: readonly (Example | undefined)[] = cursor.hasValue
    ? [undefined]
    : examples(context, property, path);
  return [first, ...others].map((example, variant) => ({
    ...insertion(context, {
      label: name,
      write: (text) => {
        const key = `"${text.literal(name)}"`;
        return example ? `${key}: ${example.write(text)}` : key;
      },
    }),
    kind: typesOf(property)[0] === 'object' ? CompletionItemKind.Module : CompletionItemKind.Property,
    ...details(context, role, variant > 0 ? example?.label : undefined),
    sortText: order(isWithoutEffect ? 3 : required ? 0 : isOfChoice ? 1 : 2, index * 2 + variant),
    data,
  }));
}

/** What is shown beside the label: the role of the property, and which variant it is. */
function details(
  { options }: CompletionContext,
  role: string,
  variant: string | undefined,
): Pick<CompletionItem, 'detail' | 'labelDetails'> {
  if (!options.labelDetails) return { detail: role + inParentheses(variant) };
  return { labelDetails: { ...(variant !== undefined && { detail: inParentheses(variant) }), description: role } };
}
