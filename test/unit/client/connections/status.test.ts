import { describe, expect, test } from 'vitest';
import manifest from '../../../../package.json' with { type: 'json' };
import { commandIds } from '../../../../client/src/commands/ids.ts';
import { manageConnection } from '../../../../client/src/commands/manageConnection.ts';
import { ConnectionChoice } from '../../../../client/src/connections/choice.ts';
import { readConnections } from '../../../../client/src/connections/connection.ts';
import { statusOf, type SignInStatus } from '../../../../client/src/connections/status.ts';
import { commandTitle } from '../../../../client/src/commands/title.ts';
import { noFolders } from '../../../support/connections.ts';
import { InMemoryMemento } from '../../../support/memento.ts';
import { FakePrompts, type Answers } from '../../../support/prompts.ts';

const entry = { name: 'dev', region: 'cn-north-4', projectId: 'p', instanceId: 'i' };
const connectionsOf = (...entries: object[]) => readConnections(entries);
const [dev] = connectionsOf(entry).usable;
const [prod] = connectionsOf({ ...entry, name: 'prod', production: true }).usable;

describe('the status bar', () => {
  const where = 'https://lakeformation.cn-north-4.myhuaweicloud.com\nProject: p\nInstance: i';

  test.each([
    [
      'no connection',
      undefined,
      undefined,
      {
        text: '$(cloud) No connection',
        tooltip: 'No LakeFormation connection is chosen for this job.',
        label: 'LakeFormation: No connection',
        isWarning: false,
      },
    ],
    [
      'not signed in',
      dev,
      undefined,
      {
        text: '$(cloud) dev · not signed in',
        tooltip: `Jobs go to connection dev\n${where}\nNot signed in: submitting asks for it.`,
        label: 'LakeFormation, dev, not signed in',
        isWarning: false,
      },
    ],
    [
      'a token without a known end',
      dev,
      {},
      {
        text: '$(cloud) dev',
        tooltip: `Jobs go to connection dev\n${where}\nSigned in.`,
        label: 'LakeFormation, dev',
        isWarning: false,
      },
    ],
    [
      'production, and the time left',
      prod,
      { timeLeft: '2 h left' },
      {
        text: '$(cloud) prod · 2 h left',
        tooltip: `Jobs go to the production connection prod\n${where}\nSigned in. 2 h left`,
        label: 'LakeFormation, prod, 2 h left, production',
        isWarning: true,
      },
    ],
  ])('%s', (_, connection, signIn, expected) => {
    expect(statusOf(connection, signIn)).toEqual(expected);
  });
});

describe('Manage Connection', () => {
  async function chosen(entries: object[], signIn: SignInStatus | undefined, answers: Answers) {
    const prompts = new FakePrompts(answers);
    const ran: unknown[] = [];
    await manageConnection({
      prompts,
      connections: new ConnectionChoice(() => connectionsOf(...entries), new InMemoryMemento(), prompts, noFolders),
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

test('a command has the title of the manifest', () => {
  expect(commandIds.map((id) => commandTitle(manifest, id))).toEqual(
    manifest.contributes.commands.map(({ title }) => title),
  );
  expect(commandTitle(undefined, 'lakeformation.submitJob')).toBe('lakeformation.submitJob');
});
