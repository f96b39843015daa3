import { isObject } from '../language/src/documents/value.ts';

/** A text of the schema that users read, by its JSON pointer. */
export type SchemaTexts = ReadonlyMap<string, string>;

/** The keywords with texts; the elements of `enumDescriptions` are texts, too. */
const keywords: ReadonlySet<string> = new Set(['title', 'description', 'patternDescription', 'x-note', 'url']);

/** Objects with properties as names, not keywords. */
const namespaces: ReadonlySet<string> = new Set(['properties', 'patternProperties', 'definitions']);

/** Returns the texts of the schema that users read, in its order. Those that only its authors read have `$comment`. */
export function schemaTexts(schema: unknown, pointer = '', isNamespace = false): SchemaTexts {
  if (Array.isArray(schema)) {
    return new Map(schema.flatMap((value: unknown, index) => [...schemaTexts(value, `${pointer}/${index}`)]));
  }
  if (!isObject(schema)) return new Map();
  return new Map(
    Object.entries(schema).flatMap(([key, value]): [string, string][] => {
      const place = `${pointer}/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`;
      if (isNamespace) return [...schemaTexts(value, place)];
      if (typeof value === 'string') return keywords.has(key) ? [[place, value]] : [];
      if (key === 'enumDescriptions') return textsOf(value, place);
      return [...schemaTexts(value, place, namespaces.has(key))];
    }),
  );
}

function textsOf(list: unknown, pointer: string): [string, string][] {
  if (!Array.isArray(list)) return [];
  return list.map((text: unknown, index): [string, string] => [`${pointer}/${index}`, String(text)]);
}

/**
 * Returns the messages of a language: those of `l10n/bundle.l10n.<locale>.json` and the texts of the schema, by the English
 * text. @throws if one English text has two translations
 */
export function messagesOf(
  bundle: Readonly<Record<string, string>>,
  schema: SchemaTexts,
  translations: Readonly<Record<string, string>>,
): Record<string, string> {
  const messages = new Map(Object.entries(bundle));
  for (const [pointer, english] of schema) {
    const translation = translations[pointer];
    if (translation === undefined) continue;
    const other = messages.get(english);
    if (other !== undefined && other !== translation) throw new Error(`"${english}" has two translations.`);
    messages.set(english, translation);
  }
  return Object.fromEntries(messages);
}
