import * as l10n from '@vscode/l10n';
import { typesOf, type Json, type JsonSchema } from './jsonSchema.ts';
import { elementSchema } from './lookup.ts';
import { itemLimits, lengthLimits, rangeLimits, typeNames } from './wording.ts';

/** What is known of the place that is described, beside its subschema. */
export interface Occurrence {
  /** The property's name; for an element, that of its array. */
  readonly name?: string | undefined;
  readonly mandatory?: boolean;
  readonly isElement?: boolean;
  /** The value that stands there now. */
  readonly value?: Json;
}

/**
 * Returns a property or value in Markdown: its text, allowed values with the current one marked, limits, default, example.
 * What the lines above say already is left out.
 */
export function describe(schema: JsonSchema, occurrence: Occurrence = {}): string {
  return [
    heading(schema, occurrence),
    schema.description && markdown(schema.description),
    allowedValues(schema, occurrence.value),
    facts(schema),
    schema['x-note'] && `⚠ ${markdown(schema['x-note'])}`,
    schema['x-edition'] && l10n.t('Only in the {0} edition of the API and later.', schema['x-edition']),
  ]
    .filter((part) => part !== undefined && part !== '')
    .join('\n\n');
}

/** One value of an enumeration in Markdown, as the completion list shows it. */
export function describeValue(schema: JsonSchema, value: Json): string | undefined {
  const index = typeof value === 'string' ? (schema.enum?.indexOf(value) ?? -1) : -1;
  return schema.enumDescriptions?.[index];
}

function heading(schema: JsonSchema, { name, mandatory, isElement = false }: Occurrence): string {
  const parts = [
    name === undefined ? schema.title && `**${schema.title}**` : `**${name}**`,
    isElement ? l10n.t('element') : undefined,
    mandatory === undefined ? undefined : mandatory ? l10n.t('mandatory') : l10n.t('optional'),
    typeNames(schema),
  ];
  return parts.filter((part) => part !== undefined && part !== '').join(' · ');
}

function allowedValues(schema: JsonSchema, current: Json): string | undefined {
  const listed = schema.enum ? schema : elementSchema(schema);
  if (listed?.enum === undefined) return undefined;
  const present: readonly Json[] = Array.isArray(current) ? current : [current];
  const lines = listed.enum.map((value) => {
    const isCurrent = present.includes(value);
    const name = isCurrent ? `**\`${value}\`**` : `\`${value}\``;
    const text = describeValue(listed, value);
    const isNewer = listed['x-newerValues']?.includes(value) === true;
    return [
      `- ${name}`,
      text && `— ${markdown(text)}`,
      isNewer && l10n.t('(newer edition)'),
      isCurrent && l10n.t('← current'),
    ]
      .filter(Boolean)
      .join(' ');
  });
  return [l10n.t('Allowed values:'), ...lines].join('\n');
}

function facts(schema: JsonSchema): string {
  const limits = limitsOf(schema);
  const example = exampleOf(schema);
  return [
    limits.length > 0 ? l10n.t('Limits: {0}.', limits.join('; ')) : undefined,
    schema.default === undefined ? undefined : l10n.t('Default: {0}', code(schema.default)),
    example === undefined ? undefined : l10n.t('Example: {0}', code(example)),
  ]
    .filter((part) => part !== undefined)
    .join('  \n');
}

/** Returns the limits that neither the description nor another limit says. */
function limitsOf(schema: JsonSchema): string[] {
  const { description = '', patternDescription: pattern, maxLength } = schema;
  // A pattern such as "36 letters" limits the length, too.
  const isLengthInPattern = maxLength !== undefined && pattern?.startsWith(`${maxLength} `) === true;
  const range = rangeLimits(schema);
  const isRangeInPattern = range !== undefined && pattern !== undefined && says(pattern, range);
  return [
    isLengthInPattern ? undefined : lengthLimits(schema),
    pattern,
    isRangeInPattern ? undefined : range,
    itemLimits(schema),
  ]
    .filter((limit) => limit !== undefined)
    .filter((limit) => !says(description, limit));
}

/** Whether a text has a limit in its words; of alternatives such as "0 to 23, or *", each one. */
function says(text: string, limit: string): boolean {
  const words = ` ${text.toLowerCase()}`;
  const isIn = (part: string): boolean =>
    words.split(` ${part.toLowerCase()}`).some((rest, index) => index > 0 && !/^\d/.test(rest));
  return limit.split(', or ').every(isIn);
}

/** Returns the example of a schema, if it shows more than the type, the default, and the allowed values do. */
function exampleOf(schema: JsonSchema): Json {
  const isListed = schema.enum !== undefined || elementSchema(schema)?.enum !== undefined;
  const isTrueOrFalse = typesOf(schema).every((type) => type === 'boolean');
  const [example] = schema.examples ?? [];
  return isListed || isTrueOrFalse || example === schema.default ? undefined : example;
}

/** A text of the schema in Markdown, where a star is no emphasis. */
function markdown(text: string): string {
  return text.replaceAll('*', '\\*');
}

function code(value: Json): string {
  return `\`${JSON.stringify(value)}\``;
}
