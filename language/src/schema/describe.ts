import * as l10n from '@vscode/l10n';
import type { Condition } from './applies.ts';
import { typesOf, type Json, type JsonSchema } from './jsonSchema.ts';
import { elementSchema } from './lookup.ts';
import { schemaText } from './texts.ts';
import { alternatives, itemLimits, lengthLimits, rangeLimits, typeLabels } from './wording.ts';
import { inParentheses } from '../joining.ts';

/** What is known about the described place in addition to its subschema. */
export interface Occurrence {
  /** The property’s name; for an element, that of its array. */
  readonly name?: string | undefined;
  readonly required?: boolean;
  readonly isElement?: boolean;
  /** The current value. */
  readonly value?: Json;
  /** What decides whether the property has an effect. */
  readonly condition?: Condition | undefined;
}

/**
 * Returns the description of a property or value in Markdown: what it controls, its allowed values with the current one
 * marked, limits, default, an example, what it goes with, and where the sources contradict each other.
 */
export function describe(schema: JsonSchema, occurrence: Occurrence = {}): string {
  return [
    heading(schema, occurrence),
    schema.description && markdown(schemaText(schema.description)),
    allowedValues(schema, occurrence.value),
    facts(schema, occurrence),
  ]
    .filter((part) => part !== undefined && part !== '')
    .join('\n\n');
}

/** Returns the description of one value of an enumeration as plain text. */
export function describeValue(schema: JsonSchema, value: Json): string | undefined {
  const index = typeof value === 'string' ? (schema.enum?.indexOf(value) ?? -1) : -1;
  const text = schema.enumDescriptions?.[index];
  return text && schemaText(text);
}

function heading(schema: JsonSchema, { name, required, isElement = false }: Occurrence): string {
  const parts = [
    name === undefined ? schema.title && `**${schemaText(schema.title)}**` : `**${name}**`,
    isElement ? l10n.t('element') : undefined,
    required === undefined ? undefined : required ? l10n.t('required') : l10n.t('optional'),
    typeLabels(schema),
  ];
  return parts.filter((part) => part !== undefined && part !== '').join(' · ');
}

function allowedValues(schema: JsonSchema, current: Json): string | undefined {
  const listed = schema.enum ? schema : elementSchema(schema);
  const present: readonly Json[] = Array.isArray(current) ? current : [current];
  return listed?.enum
    ?.map((value) => {
      const isCurrent = present.includes(value);
      const text = describeValue(listed, value);
      const isNewer = listed['x-newerValues']?.includes(value) === true;
      return [
        isCurrent ? `- **\`${value}\`**` : `- \`${value}\``,
        text && `— ${markdown(text)}${isNewer ? inParentheses(l10n.t('later edition')) : ''}`,
        isCurrent && l10n.t('← current'),
      ]
        .filter(Boolean)
        .join(' ');
    })
    .join('\n');
}

function facts(schema: JsonSchema, { condition }: Occurrence): string {
  const limits = limitsOf(schema);
  const example = exampleOf(schema);
  const { default: byDefault, 'x-note': note, 'x-edition': edition } = schema;
  return [
    limits && l10n.t('Limits: {0}', markdown(limits)),
    byDefault === undefined
      ? undefined
      : l10n.t('Default: {0}', code(typeof byDefault === 'string' ? byDefault : JSON.stringify(byDefault))),
    example === undefined ? undefined : l10n.t('Example: {0}', code(JSON.stringify(example))),
    condition && conditionInWords(condition),
    note && `⚠ ${markdown(schemaText(note))}`,
    edition && l10n.t('New in the {0} edition of the API reference.', edition),
  ]
    .filter((part) => part !== undefined && part !== '')
    .join('  \n');
}

/** Returns the limits in one phrase: "4 to 255 characters, made up of letters and digits". */
function limitsOf(schema: JsonSchema): string | undefined {
  const { pattern, patternDescription, maxLength } = schema;
  const isLengthInPattern = maxLength !== undefined && pattern?.includes(`{${maxLength}}`) === true;
  const phrases = [
    isLengthInPattern ? undefined : lengthLimits(schema),
    // A property that can be a string or a number has the same limits for both.
    patternDescription === undefined ? rangeLimits(schema) : schemaText(patternDescription),
    itemLimits(schema),
  ].filter((phrase) => phrase !== undefined);
  return phrases.reduce<string | undefined>(
    (joined, phrase) => (joined === undefined ? phrase : l10n.t('{0}, {1}', joined, phrase)),
    undefined,
  );
}

/** Returns the example of a string or array, unless it’s only a placeholder or the allowed values show as much. */
function exampleOf(schema: JsonSchema): Json {
  const isListed = schema.enum !== undefined || elementSchema(schema)?.enum !== undefined;
  const isTextual = typesOf(schema).every((type) => type === 'string' || type === 'array');
  const [example] = schema.examples ?? [];
  return isListed || !isTextual || example === schema['x-placeholder'] ? undefined : example;
}

function conditionInWords({ property, values, others }: Condition): string {
  const name = code(property);
  if (values === undefined) return l10n.t('Ignored without {0}.', name);
  return others.length < values.length
    ? l10n.t('Ignored when {0} is {1}.', name, alternatives(others.map(code)))
    : l10n.t('Used only when {0} is {1}.', name, alternatives(values.map(code)));
}

/** Returns a text of the schema in Markdown: an asterisk outside of code is escaped. */
function markdown(text: string): string {
  return text.replaceAll(/`[^`]*`|\*/g, (part) => (part === '*' ? '\\*' : part));
}

function code(text: string): string {
  return `\`${text}\``;
}
