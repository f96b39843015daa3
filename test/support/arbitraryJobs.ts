import fc, { type Arbitrary } from 'fast-check';
import { jobSchema } from '../../language/src/generated/jobSchema.js';
import { typesOf, type JsonSchema, type JsonType } from '../../language/src/schema/jsonSchema.ts';
import { propertiesOf } from '../../language/src/schema/lookup.ts';
import { textsByProperty } from './propertyTexts.ts';
import {
  arbitraryLayout,
  printed,
  type JobArray,
  type JobProperty,
  type JobObject,
  type JobValue,
} from './jobLayout.ts';

/** The text of a random job: legal, or with mistakes that people make, in a random layout. */
export function arbitraryJob(): Arbitrary<string> {
  return fc.tuple(job, arbitraryLayout()).map(([value, layout]) => printed(value, layout));
}

/** A value of the schema. Most are legal; the others miss it narrowly, or are of another type. */
function valueOf(schema: JsonSchema, name: string): Arbitrary<JobValue> {
  return fc.oneof(
    { withCrossShrink: true },
    { weight: 40, arbitrary: fc.oneof(...typesOf(schema).map((type) => legal(type, schema, name))) },
    { weight: 4, arbitrary: nearMiss(schema, name) },
    { weight: 1, arbitrary: otherType(schema) },
  );
}

function legal(type: JsonType, schema: JsonSchema, name: string): Arbitrary<JobValue> {
  const { minimum = 0, maximum = 100, items = {} } = schema;
  switch (type) {
    case 'object':
      return objectOf(schema);
    case 'array':
      return fc.array(valueOf(items, name), { maxLength: 4 }).map(arrayOf);
    case 'boolean':
      return fc.boolean().map(scalar);
    case 'integer':
    case 'number':
      return fc.integer({ min: minimum, max: maximum }).map(scalar);
    case 'null':
      return fc.constant(scalar(null));
    case 'string':
      return fc.oneof(fc.constantFrom(...legalTexts(schema)), ownTexts(schema, name)).map(scalar);
  }
}

function legalTexts({ enum: values, examples = [], default: preset }: JsonSchema): string[] {
  const texts = values ?? [...examples, preset].filter((value) => typeof value === 'string');
  return texts.length > 0 ? [...texts] : [''];
}

/** The property's own texts where it has some. */
function ownTexts(schema: JsonSchema, name: string): Arbitrary<string> {
  return fc.constantFrom(...(textsByProperty[name] ?? legalTexts(schema)));
}

/** A text or number that only a close look distinguishes from a legal one. */
function nearMiss(schema: JsonSchema, name: string): Arbitrary<JobValue> {
  const { minimum, maximum, maxLength = 0, 'x-misspellings': misspellings = {} } = schema;
  const beyond = [minimum === undefined ? -1 : minimum - 1, maximum === undefined ? 1000 : maximum + 1];
  const numbers = [...beyond, String(maximum ?? 7), ` ${minimum ?? 7}`, `0${minimum ?? 7}`];
  const others = [...Object.keys(misspellings), ...numbers, '', 'a'.repeat(Math.min(maxLength, 300) + 1)];
  const written = fc.oneof(fc.constantFrom(...legalTexts(schema)), ownTexts(schema, name)).chain(misspelt);
  return fc.oneof({ weight: 2, arbitrary: written }, { weight: 1, arbitrary: fc.constantFrom(...others) }).map(scalar);
}

/** A word as written by someone who doesn't look it up. */
function misspelt(word: string): Arbitrary<string> {
  const half = word.length >> 1;
  return fc.constantFrom(
    word.toLowerCase(),
    word.toUpperCase(),
    word.replaceAll('_', '-'),
    word.replaceAll('_', ''),
    word.slice(0, half) + word.slice(half + 1),
    `${word.slice(0, half)}x${word.slice(half)}`,
    ` ${word}`,
    `${word}/`,
    `"${word}"`,
  );
}

/** A value as written, of whatever type, also around or inside the right one. */
function otherType(schema: JsonSchema): Arbitrary<JobValue> {
  const { items, properties } = schema;
  const written = ['null', 'true', '"yes"', '7', '1.5', '-0', '1E3', '1e999', '12345678901234567890', '"0"', '""'];
  return fc.oneof(
    fc.constantFrom<JobValue>(...written.map((text) => ({ text })), { elements: [] }, { properties: [] }),
    items ? valueOf(items, '') : fc.constant(arrayOf([scalar(schema.enum?.[0] ?? 'a')])),
    properties ? objectOf(schema).map((value) => arrayOf([value])) : fc.constant(scalar(null)),
  );
}

/** How often a property is there, of a hundred: a schedule has a meaning by all its properties together. */
const presence = { required: 96, schedule: 60, optional: 25 } as const;

/** @param given properties that are always there, with their values */
function objectOf(schema: JsonSchema, given: Readonly<Record<string, Arbitrary<JobValue>>> = {}): Arbitrary<JobObject> {
  const properties = propertiesOf(schema).map(([name, inner]) => {
    const value = given[name] ?? valueOf(inner, name);
    const isRequired = given[name] !== undefined || schema.required?.includes(name) === true;
    const kind = isRequired ? 'required' : name.startsWith('execute_') ? 'schedule' : 'optional';
    return occurrences(name, value, presence[kind]);
  });
  const turn = fc.oneof({ weight: 4, arbitrary: fc.constant(0) }, { weight: 1, arbitrary: fc.nat(20) });
  return fc
    .tuple(fc.tuple(...properties), unknownProperties(Object.keys(schema.properties ?? {})), turn)
    .map(([known, unknown, start]) => {
      const all = [...known.flat(), ...unknown];
      const first = all.length === 0 ? 0 : start % all.length;
      return { properties: [...all.slice(first), ...all.slice(0, first)] };
    });
}

/** The property not at all, once, twice with the same value, or twice with two values. */
function occurrences(name: string, value: Arbitrary<JobValue>, weight: number): Arbitrary<JobProperty[]> {
  const once = value.map((only): JobProperty[] => [[name, only]]);
  return fc.oneof(
    { withCrossShrink: true },
    { weight: 100 - weight, arbitrary: fc.constant<JobProperty[]>([]) },
    { weight, arbitrary: once },
    { weight: 1, arbitrary: once.map((properties) => [...properties, ...properties]) },
    { weight: 1, arbitrary: fc.tuple(once, once).map((properties) => properties.flat()) },
  );
}

/** Properties that the API doesn't know, or only by a name that is nearly theirs. */
function unknownProperties(names: readonly string[]): Arbitrary<JobProperty[]> {
  const name = fc.oneof(
    fc.constantFrom('x_team', '_comment', '', '__proto__', '备注', 'a"b', 'no such property'),
    fc.constantFrom(...names).chain(misspelt),
  );
  const value = fc.oneof(
    fc.constantFrom(scalar('kept'), scalar(1), scalar(null), { text: '1.50' }, { elements: [] }),
    fc.constantFrom<JobValue>(arrayOf([scalar('${a}')]), {
      properties: [['type', { properties: [['a', scalar(1)]] }]],
    }),
  );
  const some = fc.array(fc.tuple(name, value), { minLength: 1, maxLength: 2 });
  return fc.oneof({ weight: 12, arbitrary: fc.constant<JobProperty[]>([]) }, { weight: 1, arbitrary: some });
}

/** A job with the block of its type, and sometimes with another one. */
const job: Arbitrary<JobValue> = fc.oneof(
  ...propertiesOf(jobSchema.properties?.parameter ?? {}).flatMap(([block, schema]) => {
    const [type] = schema['x-appliesWith']?.values ?? [];
    return type === undefined ? [] : [jobWith(type, block, schema)];
  }),
);

function jobWith(type: string, block: string, schema: JsonSchema): Arbitrary<JobValue> {
  const { type: typeSchema = {}, parameter = {} } = jobSchema.properties ?? {};
  return objectOf(jobSchema, {
    type: fc.oneof(
      { weight: 6, arbitrary: fc.constant(scalar(type)) },
      { weight: 1, arbitrary: valueOf(typeSchema, '') },
    ),
    parameter: objectOf(parameter, { [block]: objectOf(schema) }),
  });
}

function arrayOf(elements: readonly JobValue[]): JobArray {
  return { elements };
}

function scalar(value: unknown): JobValue {
  return { text: JSON.stringify(value) };
}
