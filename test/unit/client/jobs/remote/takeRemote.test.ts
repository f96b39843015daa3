import fc from 'fast-check';
import { createScanner } from 'jsonc-parser';
import { describe, expect, it } from 'vitest';
import { takeRemote } from '../../../../../client/src/jobs/remote/takeRemote.ts';
import { changesBetween, isUnchanged } from '../../../../../client/src/submit/review/changes.ts';
import { createBody } from '../../../../../client/src/submit/requestBody.ts';
import { parse } from '../../../../../language/src/documents/parse.ts';
import { childValue, isObject, type JsonObject } from '../../../../../language/src/documents/value.ts';
import { SyntaxKind } from '../../../../../language/src/documents/parsing/syntaxKind.ts';
import { jobSchema } from '../../../../../language/src/generated/jobSchema.js';
import type { JsonSchema } from '../../../../../language/src/schema/jsonSchema.ts';
import { propertySchema } from '../../../../../language/src/schema/lookup.ts';
import { withoutSecrets } from '../../../../service/operations/secrets.ts';
import { arbitraryJob } from '../../../../support/arbitraryJobs.ts';
import { changedJob, type ScalarChange } from '../../../../support/changedJob.ts';
import { runs } from '../../../../support/fastCheck.ts';
import { readGoldenTakes } from '../../../../support/goldenTake.ts';
import { isJson } from '../../../../support/isJson.ts';

const values: Readonly<Record<string, string>> = { CATALOG: 'lake', STAGE: 'dev', USER: 'root' };
const options = {
  lookUp: ({ name }: { readonly name: string }): string | undefined => values[name],
  redact: (text: string): string => text,
};

describe('taking the remote version', () => {
  it.each(readGoldenTakes())('$name', ({ document, job, after }) => {
    expect(takeRemote(document, job, options)).toBe(after);
    expect(takeRemote(after, job, options)).toBe(after);
  });

  it.each([
    ['text that isn’t JSON', '{ "name": }'],
    ['an array', '[]'],
    ['nothing', ''],
  ])('is refused for %s', (_, text) => {
    expect(takeRemote(text, {}, options)).toBeUndefined();
  });

  it('masks a secret that is repeated in a value', () => {
    const redact = (text: string): string => text.replaceAll('hunter22', '••••••');
    const job = { name: 'n', type: 't', description: 'with hunter22', parameter: {} };
    expect(takeRemote('{"name": "n", "type": "t", "parameter": {}}', job, { ...options, redact })).toBe(
      '{"name": "n", "description": "with ••••••", "type": "t", "parameter": {}}',
    );
  });
});

describe('a document that has taken any job', () => {
  const jobs = fc
    .tuple(arbitraryJob(), arbitraryJob())
    .map(([text, json]) => ({ text, json }))
    .filter(({ text, json }) => takeable(text, json));
  const unknown = { ...options, lookUp: () => undefined };

  it('has nothing more to take', () => {
    fc.assert(
      fc.property(jobs, ({ text, json }) => {
        const after = takeRemote(text, shownJob(json), unknown) ?? '';
        expect(takeRemote(after, shownJob(json), unknown)).toBe(after);
      }),
      runs(300),
    );
  });

  it('is unchanged, but for unknown properties', () => {
    fc.assert(
      fc.property(jobs, ({ text, json }) => {
        fc.pre(isJson(text) && !`${text}${json}`.includes('${'));
        const shown = shownJob(json);
        const after = takeRemote(text, shown, unknown) ?? '';
        const sent = createBody(JSON.stringify(withoutOwnUnknown(JSON.parse(after), shown, jobSchema)));
        expect(isUnchanged(changesBetween(shown, { written: sent, sent }))).toBe(true);
      }),
      runs(300),
    );
  });

  it('has the comments and references of what hasn’t changed', () => {
    const change = fc.constantFrom<ScalarChange>('keep', 'change');
    fc.assert(
      fc.property(arbitraryJob(), fc.array(change, { minLength: 1, maxLength: 9 }), (text, changes) => {
        fc.pre(takeable(text, text, false));
        const shown = shownJob(JSON.stringify(changedJob(parse(text).data, changes)));
        const after = takeRemote(text, shown, unknown) ?? '';
        expect(commentsIn(after)).toEqual(commentsIn(text));
      }),
      runs(300),
    );
  });

  it('stays unchanged where the job is its own', () => {
    fc.assert(
      fc.property(arbitraryJob(), (text) => {
        fc.pre(takeable(text, text));
        expect(takeRemote(text, shownJob(text), unknown)).toBe(text);
      }),
      runs(300),
    );
  });
});

/** Whether a document, and a job of the service, are what a job is: named objects of a type, with parameters. */
function takeable(text: string, json: string, isStrict = true): boolean {
  // The service has no such number.
  if (`${text}${json}`.includes('1e999')) return false;
  const [document, job] = [parse(text), isStrict && !isJson(json) ? undefined : parse(json).data];
  return document.problems.every(({ kind }) => kind === 'comment') && isJob(document.data) && isJob(job);
}

function isJob(job: unknown): job is JsonObject {
  return isObject(job) && typeof job.name === 'string' && typeof job.type === 'string' && isObject(job.parameter);
}

/** A job as the service shows it. */
function shownJob(json: string): JsonObject {
  const job = withoutSecrets(parse(json).data);
  return isObject(job) ? { ...job, id: '1', status: 'CREATED' } : {};
}

/** A document's value without the properties that neither the schema nor the job knows. */
function withoutOwnUnknown(value: unknown, shown: unknown, schema: JsonSchema | undefined): unknown {
  if (Array.isArray(value)) {
    return value.map((one: unknown, index) => withoutOwnUnknown(one, childValue(shown, index), schema?.items));
  }
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value)
      .map(([name, one]): [string, unknown, JsonSchema | undefined] => [
        name,
        one,
        schema && propertySchema(schema, name),
      ])
      .filter(([name, , inner]) => inner !== undefined || (childValue(shown, name) ?? undefined) !== undefined)
      .map(([name, one, inner]) => [name, withoutOwnUnknown(one, childValue(shown, name), inner)]),
  );
}

function commentsIn(text: string): string[] {
  const scanner = createScanner(text, false);
  const comments: string[] = [];
  for (let token: SyntaxKind = scanner.scan(); token !== SyntaxKind.EOF; token = scanner.scan()) {
    if (token === SyntaxKind.LineCommentTrivia || token === SyntaxKind.BlockCommentTrivia) {
      const start = scanner.getTokenOffset();
      comments.push(text.slice(start, start + scanner.getTokenLength()).trim());
    }
  }
  return comments;
}
