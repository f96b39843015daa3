import { beforeEach, describe, expect, test } from 'vitest';
import { looksLikeJob, offerRename } from '../../../../client/src/jobs/offerRename.ts';
import { jobWithProperties } from '../../../support/jobs.ts';
import { InMemoryMemento } from '../../../support/memento.ts';
import { FakePrompts, line } from '../../../support/prompts.ts';

const job = jobWithProperties('job', '');

let everywhere: InMemoryMemento;
let workspaceState: InMemoryMemento;
let renames: string[];

beforeEach(() => {
  everywhere = new InMemoryMemento();
  workspaceState = new InMemoryMemento();
  renames = [];
});

/** What is shown to a user with an open file. */
async function shown(uri: string, { text = job, button = '', succeeds = true } = {}): Promise<string[]> {
  const prompts = new FakePrompts({ buttons: { 'looks like': button } });
  const rename = async (from: string, to: string): Promise<boolean> => {
    renames.push(`${from} → ${to}`);
    return Promise.resolve(succeeds);
  };
  await offerRename({ prompts, everywhere, workspaceState, rename }, uri, text);
  return prompts.shown;
}

describe('a JSON file that looks like a job', () => {
  test('is renamed where the user wants it', async () => {
    expect(await shown('file:///a/my%20job.json', { button: 'Rename' })).toEqual([line('info', '"my job.json"')]);
    expect(renames).toEqual(['file:///a/my%20job.json → file:///a/my%20job.lfjob.json']);
  });

  test('is asked about once', async () => {
    await shown('file:///a/job.json');
    expect(await shown('file:///a/job.json')).toEqual([]);
    expect(await shown('file:///a/other.json')).toHaveLength(1);
    expect(renames).toEqual([]);
  });

  test('is never asked about again if the user selects that', async () => {
    await shown('file:///a/job.json', { button: 'Don’t Ask Again' });
    expect(await shown('file:///a/other.json')).toEqual([]);
  });

  test('that can’t be renamed is reported', async () => {
    const messages = await shown('file:///a/job.json', { button: 'Rename', succeeds: false });
    expect(messages.at(-1)).toEqual(line('info', 'Couldn’t rename'));
  });
});

test.each(['file:///a/job.lfjob.json', 'file:///a/job.jsonc', 'file:///a/job'])(
  'nothing is asked about %s',
  async (uri) => {
    expect(await shown(uri)).toEqual([]);
  },
);

describe('a job is', () => {
  test.each<[string, boolean]>([
    [job, true],
    ['{ "type": "METADATA_DISCOVERY", "parameter": {} }', true],
    ['{ "type": "METADATA_DISCOVERY", "parameter": 1 }', false],
    ['{ "type": "module", "parameter": {} }', false],
    ['{ "name": "a" }', false],
    ['[]', false],
    ['no JSON', false],
  ])('%s: %s', (text, isJob) => {
    expect(looksLikeJob(text)).toBe(isJob);
  });
});
