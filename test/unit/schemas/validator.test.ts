import type { ErrorObject } from 'ajv';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createAjv } from '../../../scripts/ajv.ts';
import { parse } from '../../../language/src/documents/parse.ts';
import validateJob, { type SchemaError } from '../../../language/src/generated/validator.js';
import { jobSchema } from '../../../language/src/generated/jobSchema.js';
import { arbitraryJob } from '../../support/arbitraryJobs.ts';
import { runs } from '../../support/fastCheck.ts';

const ajv = createAjv({ verbose: true }).compile(jobSchema);

/** A document with other values in some places. */
const documents = fc
  .tuple(
    arbitraryJob().map((text) => parse(text).data),
    fc.array(fc.tuple(fc.nat(200), fc.jsonValue({ maxDepth: 2 })), { maxLength: 4 }),
  )
  .map(([document, replacements]) => replacements.reduce<unknown>(withReplacement, document));

test('the compiled validator finds what ajv finds in the whole schema, and says where in the same words', () => {
  fc.assert(
    fc.property(documents, (document) => {
      expect(validateJob(document)).toBe(ajv(document));
      expect(validateJob.errors ?? []).toEqual((ajv.errors ?? []).map(asSchemaError));
    }),
    runs(3000),
  );
});

function asSchemaError({ instancePath, schemaPath, keyword, params }: ErrorObject): SchemaError {
  const { missingProperty, additionalProperty }: Record<string, unknown> = params;
  const member = missingProperty ?? additionalProperty;
  return { instancePath, schemaPath, keyword, member: typeof member === 'string' ? member : undefined };
}

/** A document with another value in the place of one of its values, counted from the first. */
function withReplacement(document: unknown, [place, replacement]: readonly [number, unknown]): unknown {
  let left = place;
  const text = JSON.stringify(document, (_, value: unknown) => (left-- === 0 ? replacement : value));
  const replaced: unknown = JSON.parse(text);
  return replaced;
}
