import fc, { type Arbitrary } from 'fast-check';
import { encodings, unencoded, type Encoded } from '../support/encodings.ts';
import { brackets, textOf, type Recipe } from './hostileText.ts';

/** What a service answers that repeats what was sent to it. */
export interface HostileAnswer {
  readonly status: number;
  readonly body: Recipe;
  /** The texts in the header fields that are read. */
  readonly headers: Readonly<Record<string, string>>;
  /** The credential and the password that the service was sent. */
  readonly secrets: readonly string[];
  /** The same as they are repeated. */
  readonly echoes: readonly Encoded[];
}

/** Returns the response of a hostile answer. A body is there only where the status may have one. */
export function responseOf({ status, body, headers }: HostileAnswer): Response {
  const hasBody = ![204, 205, 304].includes(status);
  return new Response(hasBody ? textOf(body) : null, { status, headers });
}

/** Any answer: mark-up, escapes, nesting, wrong types, or many jobs, with the secrets in any encoding among them. @param largest its most characters */
export function arbitraryAnswer(largest: number): Arbitrary<HostileAnswer> {
  const stack = fc.array(fc.constantFrom(...encodings), { maxLength: 2 });
  return fc.tuple(arbitrarySecret(40, 400), arbitrarySecret(12, 40), stack).chain(([token, password, ways]) => {
    const secrets = [token, password];
    const echoes = secrets.map((secret) => ways.reduce((inner, { encode }) => encode(inner), unencoded(secret)));
    return fc.record({
      status: fc.constantFrom(...statuses),
      body: arbitraryBody(echoes, largest),
      headers: arbitraryHeaders(echoes),
      secrets: fc.constant(secrets),
      echoes: fc.constant(echoes),
    });
  });
}

const statuses = [200, 200, 201, 201, 204, 303, 400, 401, 403, 404, 408, 429, 500, 502, 503];

/** A secret as tokens and passwords are, made for one run. */
function arbitrarySecret(minLength: number, maxLength: number): Arbitrary<string> {
  return fc.string({ unit: fc.constantFrom(...Array.from('ABYZabyz0189+/=_-')), minLength, maxLength });
}

/** A secret as repeated: whole or cut off. */
function arbitraryEcho(echoes: readonly Encoded[]): Arbitrary<string> {
  return fc
    .tuple(fc.constantFrom(...echoes), fc.nat(), fc.nat())
    .map(([{ text }, start, end]) => text.slice(start % 20, text.length - (end % 20)));
}

function arbitraryBody(echoes: readonly Encoded[], largest: number): Arbitrary<Recipe> {
  const value = fc.oneof(
    fc.constant(''),
    fc.jsonValue().map((json) => JSON.stringify(json)),
  );
  const part = fc.oneof(
    { weight: 4, arbitrary: fc.constantFrom(...parts) },
    { weight: 2, arbitrary: fc.constantFrom(...brackets) },
    { weight: 2, arbitrary: arbitraryEcho(echoes) },
    { weight: 1, arbitrary: arbitraryEcho(echoes).map((echo) => `${JSON.stringify(echo)},`) },
    { weight: 1, arbitrary: value.map((json) => `${json},`) },
    { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 20 }) },
  );
  const size = fc.oneof(
    { weight: 2, arbitrary: fc.nat(2000) },
    { weight: 3, arbitrary: fc.integer({ min: largest >> 1, max: largest }) },
  );
  return fc.record({
    before: fc.constantFrom(...frames.map(([before]) => before)),
    repeated: fc.array(part, { minLength: 1, maxLength: 4 }),
    after: fc.constantFrom('', ...frames.map(([, after]) => after)),
    size,
  });
}

function arbitraryHeaders(echoes: readonly Encoded[]): Arbitrary<Readonly<Record<string, string>>> {
  const text = fc.oneof(arbitraryEcho(echoes), fc.string({ maxLength: 2000 }));
  // What else a field may have, `fetch` doesn't accept.
  const field = text.map((value) => value.replace(/[^ -~]/g, '?').trim());
  const retry = fc.constantFrom('', '0', '1', '-1', '1e9', 'soon', 'Wed, 21 Oct 2099 07:28:00 GMT');
  return fc.record({ 'x-request-id': field, 'x-subject-token': field, 'retry-after': retry, date: field });
}

/** What an answer has much of. `#` becomes a number. */
const parts = [
  '<',
  '<a>',
  '</script>',
  '<script>',
  '&',
  '&#x41;',
  '&amp;amp;',
  '\\',
  '\\\\',
  '\\u005c',
  '%25',
  '%',
  '+',
  ' ',
  '\\n',
  '\n',
  'QUJD',
  'YWJj',
  '6162',
  "'a",
  '“',
  '`a`',
  '[a]',
  'a.b.c[0].',
  'source_catalog: ',
  'at a.b.c(D.java:#)\n',
  '.',
  ': ',
  'token ',
  '{"id":"#","name":"job_1","type":"t","status":{"status":"RUNNING"}},',
  '{"id":"..","name":"job_1"},',
  '{"id":#,"name":["job_1"],"status":#},',
  '{"instance_id":"a#","name":"n","status":"RUNNING","description":"d"},',
  '"jobs":[],"total":1e999,',
  '"error_code":"APIGW.0301","error_msg":"a",',
  '"error":{"code":[],"message":{}},',
];

/** What is around it. */
const frames: readonly (readonly [string, string])[] = [
  ['', ''],
  ['{', '}'],
  ['[', ']'],
  ['{"error_code":"common.01000001","error_msg":"', '"}'],
  ['{"error":{"code":401,"message":"', '"}}'],
  ['{"error_msg":"a","solution_msg":"', '"}'],
  ['{"total":3,"jobs":[', '{}]}'],
  ['{"total":-1,"instances":[', '{}]}'],
  ['{"id":"a","name":"', '"}'],
  ['{"id":"a","status":"', '"}'],
  ['{"id":"', '"}'],
  ['<html><head><style>', '</style></html>'],
  ['<html><body><p>', '</p></body></html>'],
];
