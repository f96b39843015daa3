import type { Field } from '../../support/schemaFields.ts';
import type { Path } from './editedJob.ts';

/** A change of a job: another value at a place, or none for `undefined`. */
export interface Change {
  readonly path: Path;
  readonly value: unknown;
}

/** A change that breaks constraints, named as keywords of the schema. */
export interface Departure extends Change {
  readonly keywords: readonly string[];
  /** The sources don't rule it out. */
  readonly isDoubtful?: boolean;
}

/** Texts that keep and that break a pattern. */
export interface PatternTexts {
  readonly keeps: readonly string[];
  readonly breaks: readonly string[];
  /** Texts that break it, which the sources don't rule out. */
  readonly doubtful: readonly string[];
}

/** The place of a field in a job; the first element of an array stands for all. */
export function pathOf({ path = '' }: Field): Path {
  const path0 = path.split('.').flatMap((name) => (name.endsWith('[]') ? [name.slice(0, -2), 0] : [name]));
  return path0.at(-1) === 0 ? path0.slice(0, -1) : path0;
}

/** Every way to break what the table specifies for a field with the value `value` in the job. */
export function departuresOf(field: Field, value: unknown, { breaks, doubtful }: PatternTexts): Departure[] {
  const path = pathOf(field);
  const breaking = (keyword: string) => (change: Change) => ({ ...change, keywords: [keyword] });
  return [
    ...(isRequired(field) ? [{ path, value: undefined }] : []).map(breaking('required')),
    ...wrongTypes(field).map(breaking('type')),
    ...wrongValues(field).map(breaking('enum')),
    ...breaks.map((text) => ({ path, value: text })).map(breaking('pattern')),
    ...doubtful.map((text) => ({ path, value: text, keywords: ['pattern'], isDoubtful: true })),
    ...beyondLimits(field, value),
  ];
}

/** What the table allows: to leave a field out, its values, and values at its limits. */
export function legalChangesOf(field: Field, value: unknown, { keeps }: PatternTexts): Change[] {
  const path = pathOf(field);
  const limits = [field.min, field.max].filter((limit) => limit !== undefined && limit !== '');
  return [
    ...(isRequired(field) ? [] : [{ path, value: undefined }]),
    ...valuesOf(field).map((listed) => ({ path: innermost(field).path, value: listed })),
    ...keeps.map((text) => ({ path, value: text })),
    ...limits.map((limit) => ({ path, value: ofSize(field, Number(limit), value) })),
  ];
}

/** A place and the types that are legal there. */
interface TypedPlace {
  readonly path: Path;
  readonly types: readonly string[];
}

/** The field, and for an array its elements. */
function placesOf(field: Field): readonly [TypedPlace, ...TypedPlace[]] {
  const path = pathOf(field);
  const { type = '' } = field;
  if (!type.startsWith('array of ')) return [{ path, types: type.split('|') }];
  return [
    { path, types: ['array'] },
    { path: [...path, 0], types: [type.replace('array of ', '')] },
  ];
}

function innermost(field: Field): TypedPlace {
  const [own, element = own] = placesOf(field);
  return element;
}

function isRequired({ required, requiredWhen }: Field): boolean {
  return required === 'yes' || requiredWhen !== '';
}

function valuesOf(field: Field): string[] {
  return field.enum === undefined || field.enum === '' ? [] : field.enum.split('|');
}

const samples = { string: 'text', integer: 7, number: 1.5, boolean: true, null: null, object: {}, array: [] };

function wrongTypes(field: Field): Change[] {
  return placesOf(field).flatMap(({ path, types }) =>
    Object.entries(samples).flatMap(([type, value]) => (types.includes(type) ? [] : [{ path, value }])),
  );
}

function wrongValues(field: Field): Change[] {
  const [first] = valuesOf(field);
  const wrong = first === undefined ? [] : ['', 'UNKNOWN', first.toLowerCase(), `${first} `, `"${first}"`];
  return wrong.map((value) => ({ path: innermost(field).path, value }));
}

/** The keywords of a lower and an upper limit, by the type that is limited. */
const limitKeywords = {
  string: ['minLength', 'maxLength'],
  integer: ['minimum', 'maximum'],
  array: ['minItems', 'maxItems'],
} as const;

function beyondLimits(field: Field, value: unknown): Departure[] {
  const path = pathOf(field);
  const [lower, upper] = limitKeywords[limitedType(field)];
  const departures: Departure[] = [];
  if (field.min && !(lower === 'minLength' && field.min === '0')) {
    departures.push({ path, value: ofSize(field, Number(field.min) - 1, value), keywords: [lower] });
  }
  if (field.max) {
    departures.push({ path, value: ofSize(field, Number(field.max) + 1, value), keywords: [upper] });
  }
  return departures;
}

function limitedType({ type = '' }: Field): keyof typeof limitKeywords {
  if (type.startsWith('array')) return 'array';
  return type.includes('integer') ? 'integer' : 'string';
}

/** A number, a text that fits the pattern if any does, or an array of the elements that are there, of a size. */
function ofSize(field: Field, size: number, value: unknown): unknown {
  switch (limitedType(field)) {
    case 'integer':
      return size;
    case 'array': {
      const elements: readonly unknown[] = Array.isArray(value) ? value : [];
      return Array.from({ length: size }, () => elements[0]);
    }
    case 'string': {
      const texts = ['', 'obs://lake/'].map((start) => start.padEnd(size, 'a').slice(0, size));
      return texts.find((text) => new RegExp(field.pattern ?? '').test(text)) ?? texts[0];
    }
  }
}
