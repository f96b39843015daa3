import type { Node } from 'jsonc-parser';
import * as l10n from '@vscode/l10n';
import { replaceSpan } from '../../documents/edits/containerEdits.ts';
import { findProperty, type Path } from '../../documents/locate.ts';
import { isObject, valueAt } from '../../documents/value.ts';
import { typesOf } from '../../schema/jsonSchema.ts';
import { propertySchema, subschemaAt } from '../../schema/lookup.ts';
import { isCertainCorrection } from '../../schema/corrections.ts';
import type { CheckedDocument } from '../findings/checkedDocument.ts';
import type { Environment } from '../environment.ts';
import type { Fix } from '../findings/finding.ts';
import { insertProperties, missingProperties } from '../fixes/insertion.ts';
import { propertyRemoval } from '../fixes/removal.ts';
import { holdsJobs } from '../placement/wrapper.ts';
import { scheduleToInsert } from '../schedule/insertion.ts';
import { decisionFixes } from './decisionFixes.ts';
import { formFixes } from './formFixes.ts';
import { suggestedValue } from './suggestions.ts';
import { typeFixes } from './typeFixes.ts';
import type { Violation } from './violation.ts';

/** Returns the ways to fix a violation; none where only the author can know what is right. */
export function fixesFor(violation: Violation, document: CheckedDocument, environment: Environment): Fix[] {
  switch (violation.keyword) {
    case 'required':
      return missingPropertyFixes(violation, document, environment);
    case 'additionalProperties':
      return unknownPropertyFixes(violation, document);
    case 'type':
      return typeFixes(violation, document);
    case 'enum':
      return unknownValueFixes(violation);
    case 'pattern':
      return [...formFixes(violation), ...decisionFixes(violation, document)];
    case 'minimum':
    case 'maximum':
      return rangeFixes(violation);
    default:
      return [];
  }
}

function missingPropertyFixes(
  { path, properties }: Violation,
  document: CheckedDocument,
  environment: Environment,
): Fix[] {
  // Where there are jobs, one of them is meant, not a sample.
  if (path.length === 0 && document.tree && holdsJobs(document.tree)) return [];
  // What an element has under other names isn't a sample either.
  if (typeof path.at(-1) === 'number' && hasUnknownProperty(path, document)) return [];
  const missing = missingProperties(document, path);
  const { names, values } = properties.includes('execute_frequency')
    ? scheduleToInsert(document.intended)
    : { names: properties, values: {} };
  // If an example is already in the document and may only occur once, a blank is inserted.
  const blanks = Object.fromEntries(properties.map((name) => [name, '']));
  const own = insertProperties(document, path, names, environment, values);
  const blank = insertProperties(document, path, properties, environment, blanks);
  const all = missing.length > properties.length ? insertProperties(document, path, missing, environment) : undefined;
  return [own, blank]
    .flatMap((fix) => (fix ? [{ ...fix, isPreferred: true }] : []))
    .concat(
      all ? [{ ...all, title: l10n.t('Insert all {0} missing properties', missing.length), isPreferred: false }] : [],
    );
}

function hasUnknownProperty(path: Path, { data }: CheckedDocument): boolean {
  const schema = subschemaAt(path);
  const object = valueAt(data, path);
  return schema !== undefined && isObject(object) && Object.keys(object).some((name) => !propertySchema(schema, name));
}

function unknownPropertyFixes({ value: object, properties: [name = ''] }: Violation, { text }: CheckedDocument): Fix[] {
  const property = findProperty(object, name)?.property;
  return property ? [propertyRemoval(text, property)] : [];
}

function unknownValueFixes(violation: Violation): Fix[] {
  const { schema, value, path } = violation;
  const values = schema.enum ?? [];
  const suggestion = suggestedValue(violation);
  const isText = typesOf(subschemaAt(path) ?? schema).includes('string');
  if (!isText || !isScalar(value)) return [];
  const replacement = (legal: string): Fix => ({
    title: l10n.t('Replace with {0}', legal),
    edits: () => [replaceSpan(value, JSON.stringify(legal))],
    isPreferred: legal === suggestion,
    isSafe: legal === suggestion && isCertainCorrection(schema, String(value.value), legal),
  });
  const others = values.filter((legal) => legal !== suggestion);
  return [...(suggestion === undefined ? [] : [suggestion]), ...others].map(replacement);
}

function rangeFixes({ keyword, schema, value }: Violation): Fix[] {
  const limit = keyword === 'minimum' ? schema.minimum : schema.maximum;
  if (limit === undefined) return [];
  const text = schema['x-preferredType'] === 'string' ? `"${limit}"` : String(limit);
  return [{ title: l10n.t('Replace with {0}', text), edits: () => [replaceSpan(value, text)] }];
}

function isScalar({ type }: Node): boolean {
  return type !== 'object' && type !== 'array';
}
