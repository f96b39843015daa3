import type { ErrorObject } from 'ajv';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createAjv } from '../../../scripts/ajv.ts';
import { parse } from '../../../language/src/documents/parse.ts';
import validateJob from '../../../language/src/generated/validator.js';
import { jobSchema } from '../../../language/src/generated/jobSchema.js';
import { brokenConstraint } from '../../../language/src/rules/schema/schemaError.ts';
import { arbitraryJob } from '../../support/arbitraryJobs.ts';
import { runs } from '../../support/fastCheck.ts';

/** Compiles the schema while the test runs. With `verbose`, an error holds the subschema that it is about. */
const ajv = createAjv({ verbose: true }).compile(jobSchema);

/** A document with other values in some places. */
const documents = fc
  .tuple(
    arbitraryJob().map((text) => parse(text).data),
    fc.array(fc.tuple(fc.nat(200), fc.jsonValue({ maxDepth: 2 })), { maxLength: 4 }),
  )
  .map(([document, replacements]) => replacements.reduce<unknown>(withReplacement, document));

test('the compiled validator reports what ajv reports for the whole schema, with the same subschemas', () => {
  fc.assert(
    fc.property(documents, (document) => {
      expect(validateJob(document)).toBe(ajv(document));
      const compiled = (validateJob.errors ?? []).filter(isConstraint);
      const expected = (ajv.errors ?? []).filter(isConstraint);
      expect(compiled.map(placeOf)).toEqual(expected.map(placeOf));
      expect(compiled.map((error) => brokenConstraint(error, document)?.schema)).toEqual(
        expected.map(({ parentSchema }) => parentSchema),
      );
    }),
    runs(1000),
  );
}, 60_000);

/** An error of `if` only shows that there are others under `then`. */
function isConstraint({ keyword }: ErrorObject): boolean {
  return keyword !== 'if';
}

function placeOf({ instancePath, keyword, params }: ErrorObject): object {
  return { instancePath, keyword, params };
}

/** A document with another value in the place of one of its values, counted from the first. */
function withReplacement(document: unknown, [place, replacement]: readonly [number, unknown]): unknown {
  let left = place;
  const text = JSON.stringify(document, (_, value: unknown) => (left-- === 0 ? replacement : value));
  const replaced: unknown = JSON.parse(text);
  return replaced;
}
