import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Failure } from '../../../../../client/src/api/errors.ts';
import type { Job } from '../../../../../client/src/api/types.ts';
import { outcomeMessage } from '../../../../../client/src/submit/report/outcomeMessage.ts';
import type { Action, Outcome } from '../../../../../client/src/submit/submission.ts';
import { dev } from '../../../../support/connections.ts';
import { runs } from '../../../../support/fastCheck.ts';

/** Anything from nothing to more than a message can show, in any characters. */
const anyText = fc.oneof(
  fc.string(),
  fc.string({ unit: 'binary' }),
  fc.constantFrom('x', '. ', '\n', '<b>', '😀').map((unit) => unit.repeat(1000)),
);
const optionalText = fc.option(anyText, { nil: undefined });
const status = fc.constantFrom(0, 201, 303, 307, 400, 401, 403, 404, 408, 413, 418, 429, 500, 501, 502, 503, 504, 999);
const code = fc.oneof(optionalText, fc.constantFrom('lakeformation.00000023', 'APIGW.0106', 'APIG.0301'));
const cause = fc.option(fc.constantFrom('ECONNREFUSED', 'ERR_SSL_SSLV3_ALERT_HANDSHAKE_FAILURE'), { nil: undefined });
const failure: fc.Arbitrary<Failure> = fc.oneof(
  fc.record({
    kind: fc.constant('rejected' as const),
    status,
    body: fc.record({ code, commonCode: code, message: optionalText, solution: optionalText }),
    requestId: optionalText,
    retryAfter: fc.option(fc.nat(), { nil: undefined }),
    excerpt: optionalText,
  }),
  fc.record({
    kind: fc.constant('unreadable' as const),
    status,
    requestId: optionalText,
    excerpt: optionalText,
    lacks: fc.constantFrom('jobId' as const, undefined),
  }),
  fc.record({
    kind: fc.constantFrom(
      ...(['unreachable', 'untrusted', 'insecure', 'malformed', 'lost', 'unexplained', 'timeout', 'canceled'] as const),
    ),
    cause,
  }),
);
/** IDs as the client reads them: at most 64 characters. */
const job: fc.Arbitrary<Job> = fc.record({
  id: fc.constantFrom('3f2c', '9'.repeat(64)),
  name: optionalText,
  status: optionalText,
});
const outcome: fc.Arbitrary<Outcome> = fc.oneof(
  fc.record({ kind: fc.constant('accepted' as const), job, response: fc.constant(undefined) }),
  fc.record({ kind: fc.constant('refused' as const), failure }),
  fc.record({ kind: fc.constantFrom('found' as const, 'similar' as const), failure, job }),
  fc.record({
    kind: fc.constant('notFound' as const),
    failure,
    list: fc.record({ read: fc.nat(), isComplete: fc.boolean() }),
  }),
  fc.record({ kind: fc.constant('unknown' as const), failure, isStopped: fc.boolean() }),
);
const action: fc.Arbitrary<Action> = fc.oneof(
  fc.constant({ kind: 'create' as const }),
  fc.record({ kind: fc.constant('update' as const), job }),
);
const text = fc.oneof(fc.string({ minLength: 1 }), fc.constant('x'.repeat(300)));
const connection = fc
  .tuple(text, text)
  .map(([name, host]) => ({ ...dev, name, endpoint: `https://${host}`, iamEndpoint: `https://${host}` }));

const outcomeSentence =
  /(?:No job was created\.|The job wasn’t updated\.|(?:Created|Updated) "[^]*" \(ID [39][^]*?\)|"[^]*" was (?:created|updated) anyway \(ID [39][^]*?\)|Couldn’t confirm whether "[^]*" was (?:created|updated)[.:] )/;

const named = fc.record({ places: fc.nat(2), property: fc.option(text, { nil: undefined }) });

test('a message has the reason and the outcome in its first 420 characters, and less than 800, whatever the service returns', () => {
  fc.assert(
    fc.property(outcome, action, text, connection, named, (what, how, name, where, places) => {
      const submitted = { action: how, name, connection: where, run: 'It runs when you start it.', named: places };
      const { message } = outcomeMessage(what, submitted);
      expect(message.slice(0, 420)).toMatch(outcomeSentence);
      expect(message.length).toBeLessThan(800);
      expect(message).not.toMatch(/[\r\n]/);
    }),
    runs(500),
  );
});

test('a property that isn’t named by the message comes before it', () => {
  const failed = {
    kind: 'rejected',
    status: 400,
    body: { code: 'lakeformation.00000005', message: 'database sales does not exist' },
  } as const;
  const messageOf = (property: string | undefined): string =>
    outcomeMessage(
      { kind: 'refused', failure: failed },
      { action: { kind: 'create' }, name: 'job', connection: dev, run: '', named: { places: 1, property } },
    ).message;
  expect(messageOf('target_database')).toMatch(
    /^target_database: database sales does not exist \(400\)\. No job was created\. /,
  );
  expect(messageOf('sales')).toMatch(/^database sales does not exist \(400\)\. No job was created\. /);
});
