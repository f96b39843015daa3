import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { secretsOf, type Credential } from '../../../../client/src/api/credential.ts';
import { ApiError, type Failure } from '../../../../client/src/api/errors.ts';
import { withCredential, type CallResult } from '../../../../client/src/auth/withCredential.ts';
import { documented } from '../../../service/answers.ts';
import { startService, type LocalService } from '../../../service/service.ts';
import type { Answers } from '../../../support/prompts.ts';
import { openWindow, pastedSession, type SubmitWindow } from '../../../support/submitWindow.ts';

const { status, body } = documented.forbidden;
const refusal: Failure = { kind: 'rejected', status, body: { code: body.error_code, message: body.error_msg } };

let service: LocalService;
let token: string;

beforeEach(async () => {
  service = await startService();
  token = randomUUID();
});

afterEach(async () => service.close());

/**
 * A window with this token of the user, and a call that fails with one of the failures each time before it succeeds.
 */
async function signedIn(answers: Answers = {}, ...failures: Failure[]) {
  const window = openWindow(service, { answers });
  await window.remember(pastedSession(token));
  const calls: Credential[] = [];
  const call = async (credential: Credential): Promise<string> => {
    calls.push(credential);
    const failure = failures.shift();
    return failure ? Promise.reject(new ApiError(failure)) : Promise.resolve('value');
  };
  return { window, calls, result: async () => called(window, call) };
}

async function called(
  window: SubmitWindow,
  call: (credential: Credential) => Promise<string>,
): Promise<CallResult<string>> {
  const [connection] = window.services.usableConnections();
  if (connection === undefined) throw new Error('There is no connection.');
  return withCredential(window.services, connection, call, { consequence: () => 'Nothing was done.' });
}

describe('a call with a credential', () => {
  test('gets the stored one, and returns it with the value', async () => {
    const { result, calls } = await signedIn();
    const credential = { kind: 'token', token };
    expect(await result()).toEqual({ kind: 'completed', value: 'value', credential });
    expect(calls).toEqual([credential]);
  });

  test('is made again with the one that the user signs in with when the service refuses the first', async () => {
    const fresh = service.tokens.issue();
    const answers = { buttons: { 'wasn’t accepted': 'Sign In' }, picks: ['Paste a token'], secrets: [fresh] };
    const { result, calls, window } = await signedIn(answers, refusal);
    const credential = { kind: 'token', token: fresh };
    expect(await result()).toEqual({ kind: 'completed', value: 'value', credential });
    expect(calls).toHaveLength(2);
    expect(window.prompts.shown[0]).toMatch(/^error: .*wasn’t accepted \(\d+\)\. Nothing was done\. /);
  });

  test('is made again without a question with a session that another window stored', async () => {
    const { window } = await signedIn();
    const fresh = randomUUID();
    const used: string[] = [];
    const result = await called(window, async (credential) => {
      used.push(...secretsOf(credential));
      if (used.length > 1) return 'value';
      await window.remember(pastedSession(fresh));
      throw new ApiError(refusal);
    });
    expect(result).toMatchObject({ kind: 'completed' });
    expect(used).toEqual([token, fresh]);
    expect(window.prompts.shown).toEqual([]);
  });

  test('isn’t made again when the user doesn’t sign in, and the session counts as refused until it is accepted', async () => {
    const { result, calls, window } = await signedIn({}, refusal);
    const status = async () => {
      const [connection] = window.services.usableConnections();
      return connection && window.services.signInStatus(connection);
    };
    expect(await result()).toEqual({ kind: 'signedOut' });
    expect(calls).toHaveLength(1);
    expect(await status()).toMatchObject({ isRefused: true });
    expect(await result()).toMatchObject({ kind: 'completed' });
    expect(await status()).toMatchObject({ isRefused: false });
  });

  test('that fails for another reason returns why, and asks nothing', async () => {
    const { result, calls, window } = await signedIn({}, { kind: 'timeout' });
    expect(await result()).toEqual({ kind: 'failed', failure: { kind: 'timeout' } });
    expect(calls).toHaveLength(1);
    expect(window.prompts.shown).toEqual([]);
  });

  test('that throws another error rethrows it', async () => {
    const { window } = await signedIn();
    await expect(called(window, async () => Promise.reject(new TypeError('a defect')))).rejects.toThrow('a defect');
  });
});
