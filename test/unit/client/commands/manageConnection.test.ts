import { describe, expect, test } from 'vitest';
import manifest from '../../../../package.json' with { type: 'json' };
import { manageConnection } from '../../../../client/src/commands/manageConnection.ts';
import { ConnectionChoice } from '../../../../client/src/connections/choice.ts';
import { readConnections } from '../../../../client/src/connections/connection.ts';
import type { SignInStatus } from '../../../../client/src/connections/status.ts';
import { noFolders } from '../../../support/connections.ts';
import { InMemoryMemento } from '../../../support/memento.ts';
import { FakePrompts, type Answers } from '../../../support/prompts.ts';

const entry = { name: 'dev', region: 'cn-north-4', projectId: 'p', instanceId: 'i' };

describe('Manage Connection', () => {
  async function chosen(entries: object[], signIn: SignInStatus | undefined, answers: Answers) {
    const prompts = new FakePrompts(answers);
    const ran: unknown[] = [];
    await manageConnection({
      prompts,
      connections: new ConnectionChoice(() => readConnections(entries), new InMemoryMemento(), prompts, noFolders),
      signInStatus: async () => Promise.resolve(signIn),
      titleOf: (id) => id.replace('lakeformation.', ''),
      run: async (id, name) => Promise.resolve().then(() => void ran.push([id, name])),
    })();
    return { shown: prompts.shown, opened: prompts.opened, ran };
  }

  test.each<[string, object[], SignInStatus | undefined, string]>([
    [
      'signed in',
      [entry],
      {},
      'connection dev: selectConnection, signIn, signOut, addConnection, editConnection, removeConnection, Open Settings',
    ],
    [
      'not signed in',
      [entry],
      undefined,
      'connection dev: selectConnection, signIn, addConnection, editConnection, removeConnection, Open Settings',
    ],
    [
      'no connection',
      [],
      undefined,
      'connection: selectConnection, addConnection, editConnection, removeConnection, Open Settings',
    ],
  ])('%s', async (_, entries, signIn, menu) => {
    expect((await chosen(entries, signIn, {})).shown).toEqual([`pick: LakeFormation ${menu}`]);
  });

  test.each([
    ['selectConnection', [['lakeformation.selectConnection', undefined]]],
    ['addConnection', [['lakeformation.addConnection', undefined]]],
    ['editConnection', [['lakeformation.editConnection', 'dev']]],
    ['signOut', [['lakeformation.signOut', 'dev']]],
  ])('runs %s', async (pick, expected) => {
    expect((await chosen([entry], {}, { picks: [pick] })).ran).toEqual(expected);
  });

  test('opens the settings of the extension', async () => {
    const { opened } = await chosen([entry], {}, { picks: ['Open Settings'] });
    expect(opened).toEqual([`settings: @ext:${manifest.publisher}.${manifest.name}`]);
  });
});
