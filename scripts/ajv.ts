import { Ajv, type Options } from 'ajv';

/** The annotations that the published and the strict schema have beside draft-07's keywords. */
const vocabulary = [
  'enumDescriptions',
  'patternDescription',
  'x-warning',
  'x-information',
  'x-severity',
  'x-error',
  'x-reason',
  'x-rule',
  'x-appliesWith',
  'x-misspellings',
  'x-preferredType',
  'x-edition',
  'x-newerValues',
  'x-note',
  'x-secret',
  'x-placeholder',
  'x-label',
  'x-documentation',
];

/** How the schema is compiled, here and by the tests that check against it. */
export const ajvOptions: Options = { allErrors: true, strict: true, strictTypes: false, strictRequired: false };

/** An ajv that knows our annotations. */
export function createAjv(options: Options = {}): Ajv {
  const ajv = new Ajv({ ...ajvOptions, ...options });
  ajv.addVocabulary(vocabulary);
  return ajv;
}
