import { expect, test } from 'vitest';
import { selectConnection } from '../../../../client/src/commands/selectConnection.ts';
import { ConnectionChoice, type Folder } from '../../../../client/src/connections/choice.ts';
import { dev, noFolders } from '../../../support/connections.ts';
import { InMemoryMemento } from '../../../support/memento.ts';
import { FakePrompts } from '../../../support/prompts.ts';

const prod = { ...dev, name: 'prod' };
const [first, second] = ['first', 'second'].map((name): Folder => ({ uri: `file:///${name}`, name }));

test.each<[string, boolean, (Folder | undefined)[], string[], Record<string, string>]>([
  ['with an active editor', true, [first, second], ['prod'], { 'file:///first': 'prod' }],
  ['in a window with one folder', false, [first], ['prod'], { 'file:///first': 'prod' }],
  ['for a folder that is picked', false, [first, second], ['second', 'prod'], { 'file:///second': 'prod' }],
  [
    'for documents in no folder',
    false,
    [first, second],
    ['Jobs outside the workspace folders', 'prod'],
    { '': 'prod' },
  ],
  ['by a user who leaves the question', false, [first, second], [], {}],
])('a connection is chosen %s', async (_, hasActiveEditor, folders, picks, expected) => {
  const prompts = new FakePrompts({ picks });
  const memory = new InMemoryMemento();
  const read = () => ({ usable: [dev, prod], problems: [] });
  const connections = new ConnectionChoice(read, memory, prompts, { ...noFolders, folderOf: () => first });
  await selectConnection({
    prompts,
    connections,
    hasActiveEditor: () => hasActiveEditor,
    folders: () => folders.filter((folder) => folder !== undefined),
  })();
  expect(memory.get<unknown>('lakeformation.connections', {})).toEqual(expected);
});
