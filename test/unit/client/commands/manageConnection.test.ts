import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import manifest from '../../../../package.json' with { type: 'json' };
import type { Session } from '../../../../client/src/auth/session.ts';
import { manageConnection } from '../../../../client/src/commands/manageConnection.ts';
import { startService, type LocalService } from '../../../service/service.ts';
import { line, type Answers } from '../../../support/prompts.ts';
import { connectionTo, openWindow, pastedSession, type SubmitWindow } from '../../../support/submitWindow.ts';

let service: LocalService;

beforeEach(async () => {
  service = await startService();
});

afterEach(async () => service.close());

interface World extends SubmitWindow {
  readonly manage: (target?: unknown) => Promise<void>;
  /** The commands that were run, with the connection that they got. */
  readonly ran: unknown[];
}

function world(names: readonly string[], answers: Answers = {}, others: readonly unknown[] = []): World {
  const connections = [...names.map((name) => connectionTo(service, name)), ...others];
  const window = openWindow(service, { answers, connections });
  const ran: unknown[] = [];
  const manage = manageConnection({
    ...window.services,
    titleOf: (id) => id.replace('lakeformation.', ''),
    run: async (id, name) => Promise.resolve().then(() => void ran.push([id, name])),
  });
  return { ...window, manage, ran };
}

/** A session of an IAM user that ends in 5 minutes, with a password where it is kept. */
function endingSession(password?: string): Session {
  return {
    kind: 'user',
    domain: 'company',
    user: 'engineer',
    token: service.tokens.issue(),
    expiry: { at: Date.now() + 5 * 60_000, isStated: true },
    iamEndpoint: service.url,
    ...(password !== undefined && { password }),
  };
}

describe('the menu of the status bar', () => {
  const change = 'addConnection, editConnection, removeConnection, Open Settings';

  test.each<[string, string[], unknown[], string]>([
    ['no connection', [], [], 'Manage Connection: addConnection'],
    ['none that can be used', [], [{ name: 'half' }], `Manage Connection: ${change}`],
    ['one', ['dev'], [], `Connection "dev": signIn, ${change}`],
    ['two, of which none is selected', ['dev', 'prod'], [], `Manage Connection: selectConnection, ${change}`],
  ])('has what can be done: with %s', async (_, names, others, menu) => {
    const { manage, prompts } = world(names, {}, others);
    await manage();
    expect(prompts.shown).toEqual([`pick: ${menu}`]);
  });

  test('has Sign Out for a user who is signed in, and Renew first where the token ends soon', async () => {
    const { manage, prompts, remember } = world(['dev']);
    await remember(pastedSession(service.tokens.issue()));
    await manage();
    expect(prompts.shown).toEqual([`pick: Connection "dev": signIn, signOut, ${change}`]);
    await remember(endingSession());
    await manage();
    expect(prompts.shown[1]).toBe(`pick: Connection "dev": Renew, signIn, signOut, ${change}`);
  });

  test.each([
    ['addConnection', undefined],
    ['editConnection', 'dev'],
    ['signIn', 'dev'],
  ])('runs %s', async (pick, name) => {
    const { manage, ran } = world(['dev'], { picks: [pick] });
    await manage();
    expect(ran).toEqual([[`lakeformation.${pick}`, name]]);
  });

  test('opens the settings of the extension', async () => {
    const { manage, prompts } = world(['dev'], { picks: ['Open Settings'] });
    await manage();
    expect(prompts.opened).toEqual([`settings: @ext:${manifest.publisher}.${manifest.name}`]);
  });
});

describe('renewing', () => {
  test('is done without a question where the password is kept', async () => {
    const user = { domain: 'company', name: 'engineer', password: randomUUID() };
    service.tokens.addUser(user);
    const { manage, remember, prompts } = world(['dev']);
    await remember(endingSession(user.password));
    await manage('renew');
    expect(prompts.shown).toEqual([
      line('progress', 'engineer'),
      line('status', 'Renewed', '"dev"', '23 h 59 min left'),
    ]);
  });

  test('asks to sign in where it isn’t, also from the menu', async () => {
    const { manage, remember, prompts } = world(['dev'], { picks: ['Renew'] });
    await remember(endingSession());
    await manage();
    expect(prompts.shown[1]).toBe('pick: Sign in to dev: IAM user, Access keys, Paste a token');
  });

  test('reports why the password that is kept isn’t accepted, and asks to sign in', async () => {
    const { manage, remember, prompts } = world(['dev']);
    await remember(endingSession(randomUUID()));
    await manage('renew');
    expect(prompts.shown.slice(1)).toEqual([line('error', 'Sign-in failed (401)'), line('pick', 'Sign in to dev')]);
  });
});
