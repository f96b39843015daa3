import { Ajv, type Options } from 'ajv';

/** The annotations of ours that the schema carries beside draft-07's keywords; its `$comment` says what each means. */
const vocabulary = [
  'enumDescriptions',
  'patternDescription',
  'x-severity',
  'x-doubtful',
  'x-rule',
  'x-appliesWith',
  'x-misspellings',
  'x-preferredType',
  'x-edition',
  'x-newerValues',
  'x-note',
  'x-secret',
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
