import * as l10n from '@vscode/l10n';
import type { Json, JsonSchema } from './jsonSchema.ts';
import { elementSchema } from './lookup.ts';
import { itemLimits, lengthLimits, rangeLimits, typeNames } from './wording.ts';

/** What is known of the place that is described, beside its subschema. */
export interface Occurrence {
  /** The member's name; none for an element of an array. */
  readonly name?: string | undefined;
  readonly mandatory?: boolean;
  /** The value that stands there now. */
  readonly value?: Json;
}

/** A member or value in Markdown: its text, allowed values with the current one marked, limits, default, example. */
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

function heading(schema: JsonSchema, { name, mandatory }: Occurrence): string {
  const parts = [
    name === undefined ? schema.title && `**${schema.title}**` : `**${name}**`,
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
  const limits = [lengthLimits(schema), schema.patternDescription, rangeLimits(schema), itemLimits(schema)];
  const present = limits.filter((limit) => limit !== undefined);
  return [
    present.length > 0 ? l10n.t('Limits: {0}.', present.join('; ')) : undefined,
    schema.default === undefined ? undefined : l10n.t('Default: {0}', code(schema.default)),
    schema.enum === undefined && schema.examples?.[0] !== undefined
      ? l10n.t('Example: {0}', code(schema.examples[0]))
      : undefined,
  ]
    .filter((part) => part !== undefined)
    .join('  \n');
}

/** A text of the schema in Markdown, where a star is no emphasis. */
function markdown(text: string): string {
  return text.replaceAll('*', '\\*');
}

function code(value: Json): string {
  return `\`${JSON.stringify(value)}\``;
}
