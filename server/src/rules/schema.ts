import type { ErrorObject } from 'ajv';
import type { Node } from 'jsonc-parser';
import { keyOf, member, placeAt, type Path, type Place } from '../documents/locate.ts';
import type { ParsedDocument } from '../documents/parse.ts';
import type { Span } from '../documents/range.ts';
import { childValue } from '../documents/value.ts';
import validateJob from '../generated/validator.js';
import type { JsonSchema } from '../schema/jsonSchema.ts';
import { schemaHolding } from '../schema/lookup.ts';
import type { RuleCode } from './catalogue.ts';
import type { Finding } from './report.ts';
import { sentence, type Violation } from './sentences.ts';

/** What is reported for each keyword of the schema. */
const codes: Readonly<Record<string, RuleCode>> = {
  required: 'missing-member',
  additionalProperties: 'unknown-member',
  type: 'wrong-type',
  enum: 'unknown-value',
  minLength: 'wrong-length',
  maxLength: 'wrong-length',
  pattern: 'wrong-form',
  minimum: 'out-of-range',
  maximum: 'out-of-range',
  maxItems: 'too-many-items',
};

/** Where the document departs from the schema, each place once and in our words. */
export function schemaFindings({ tree, data, syntaxErrors }: ParsedDocument): Finding[] {
  if (tree === undefined || validateJob(data)) return [];
  const errors = (validateJob.errors ?? []).filter(({ keyword }) => codes[keyword] !== undefined);
  const mostTelling = withoutConsequences(errors);
  // Half-written text lacks members because it is half written.
  const relevant = syntaxErrors.length > 0 ? mostTelling.filter(({ keyword }) => keyword !== 'required') : mostTelling;
  return relevant.flatMap((error) => finding(error, tree, data) ?? []);
}

/** A value of the wrong type breaks other constraints too, a text of the wrong length its pattern: one sentence is enough. */
function withoutConsequences(errors: readonly ErrorObject[]): ErrorObject[] {
  const placesOf = (...keywords: string[]): ReadonlySet<string> =>
    new Set(errors.filter(({ keyword }) => keywords.includes(keyword)).map(({ instancePath }) => instancePath));
  const wrongType = placesOf('type');
  const wrongLength = placesOf('minLength', 'maxLength');
  return errors.filter(
    ({ keyword, instancePath }) =>
      !(wrongType.has(instancePath) && keyword !== 'type') && !(wrongLength.has(instancePath) && keyword === 'pattern'),
  );
}

function finding(error: ErrorObject, tree: Node, data: unknown): Finding | undefined {
  const code = codes[error.keyword];
  const schema = schemaHolding(error.schemaPath);
  const path = pathFrom(error.instancePath, data);
  const place = placeAt(tree, path);
  if (code === undefined || schema === undefined || place === undefined) return undefined;
  const violation: Violation = { keyword: error.keyword, schema, path, value: place.value, member: namedMember(error) };
  return {
    code,
    message: sentence(violation),
    span: spanOf(violation, place),
    severity: severityOf(error.keyword, schema),
  };
}

function severityOf(keyword: string, schema: JsonSchema): Finding['severity'] {
  return schema['x-severity']?.[keyword];
}

/** The member that `required` misses or `additionalProperties` does not know. */
function namedMember({ params }: ErrorObject): string | undefined {
  const { missingProperty, additionalProperty }: Record<string, unknown> = params;
  const name = missingProperty ?? additionalProperty;
  return typeof name === 'string' ? name : undefined;
}

/** A missing member is shown at the name of the object that lacks it, an unknown one at its own, the rest at the value. */
function spanOf(violation: Violation, { property, value }: Place): Span {
  if (violation.keyword === 'required') {
    const key = property && keyOf(property);
    return key ?? { offset: value.offset, length: 1 };
  }
  if (violation.keyword === 'additionalProperties' && violation.member !== undefined) {
    const unknown = member(value, violation.member)?.property;
    return (unknown && keyOf(unknown)) ?? value;
  }
  return value.type === 'object' || value.type === 'array' ? { offset: value.offset, length: 1 } : value;
}

/** ajv's JSON pointer as a path: a segment is an index where the value there is an array. */
function pathFrom(instancePath: string, data: unknown): Path {
  let value: unknown = data;
  return instancePath
    .split('/')
    .slice(1)
    .map((segment) => {
      const name = segment.replaceAll('~1', '/').replaceAll('~0', '~');
      const key = Array.isArray(value) ? Number(name) : name;
      value = childValue(value, key);
      return key;
    });
}
