import { readFileSync } from 'node:fs';
import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, test } from 'vitest';
import { newJob, type NewJobServices } from '../../../../client/src/commands/newJob.ts';
import { sampleGallery } from '../../../../language/src/features/sampleGallery.ts';
import type { NewDocument } from '../../../../client/src/editor/newDocument.ts';
import { FakePrompts, line, type Answers } from '../../../support/prompts.ts';
import { snippetText } from '../../../support/snippetText.ts';

const root = new URL('../../../../', import.meta.url);
const zero = '00000000-0000-0000-0000-000000000000';

let opened: NewDocument[];
let previewed: (string | undefined)[];
let prompts: FakePrompts;

beforeEach(() => {
  opened = [];
  previewed = [];
});

/** Runs New Job as a user does it; `instanceId` is that of the folder's connection. */
async function run(
  answers: Answers,
  { instanceId, clipboard = '' }: { instanceId?: string; clipboard?: string } = {},
): Promise<void> {
  prompts = new FakePrompts(answers);
  const connections = { known: () => (instanceId === undefined ? undefined : { name: 'dev', instanceId }) };
  const services: NewJobServices = {
    prompts,
    connections,
    readFile: async (path) => Promise.resolve(readFileSync(new URL(path, root), 'utf8')),
    readClipboard: async () => Promise.resolve(clipboard),
    open: async (document) => Promise.resolve(void opened.push(document)),
    preview: async (sample) => Promise.resolve(void previewed.push(sample?.name)),
  };
  await newJob(services)();
}

describe('a type', () => {
  test.each([
    ['Metadata migration', 'metadata_migration', 'METADATA_MIGRATION'],
    ['Permission migration', 'permission_migration', 'PERMISSION_MIGRATION'],
    ['Metadata discovery', 'metadata_discovery', 'METADATA_DISCOVERY'],
  ])('%s opens its snippet', async (label, name, type) => {
    await run({ picks: [label] });
    expect(opened).toMatchObject([{ name, isSnippet: true }]);
    expect(JSON.parse(snippetText(opened[0]?.text ?? ''))).toMatchObject({ type });
  });

  test('has the instance of the connection', async () => {
    const instanceId = randomUUID();
    await run({ picks: ['Metadata migration'] }, { instanceId });
    expect(JSON.parse(snippetText(opened[0]?.text ?? ''))).toMatchObject({
      parameter: { metadata_migration_parameter: { instance_id: instanceId } },
    });
  });
});

describe('a sample', () => {
  test('is opened unchanged, with the instance of the connection', async () => {
    const instanceId = randomUUID();
    await run({ picks: ['From Sample', 'Aliyun DLF catalog'] }, { instanceId });
    const text = readFileSync(new URL('samples/aliyun_dlf.lfjob.json', root), 'utf8');
    expect(opened).toEqual([{ name: 'aliyun_dlf', text: text.replace(zero, instanceId) }]);
  });

  test('is shown while it has the focus, until the list is closed', async () => {
    await run({ picks: ['From Sample'], focuses: ['Parquet files every night'] });
    expect(previewed).toEqual(['nightly_parquet', undefined]);
    expect(opened).toEqual([]);
  });
});

describe('the clipboard', () => {
  test.each([
    ['{"name":"a_job","type":"T"}', '{ "name": "a_job", "type": "T" }\n'],
    ['job = {"name":"a_job"}', '{ "name": "a_job" }\n'],
    ['name: a_job\ntype: T\n', '{ "name": "a_job", "type": "T" }\n'],
  ])('with %j', async (clipboard, text) => {
    await run({ picks: ['From Clipboard'] }, { clipboard });
    expect(opened).toHaveLength(1);
    expect(JSON.parse(opened[0]?.text ?? '')).toEqual(JSON.parse(text));
  });

  test('with a token gives the job alone, and reports that', async () => {
    const token = randomUUID();
    await run(
      { picks: ['From Clipboard'] },
      { clipboard: `curl -H 'X-Auth-Token: ${token}' -d '{"name":"a"}' https://x` },
    );
    expect(opened[0]?.text).not.toContain(token);
    expect(prompts.shown).toContainEqual(line('warn', 'Removed a token'));
  });

  test.each(['', 'some words', 'curl https://x'])('without a job is reported: %j', async (clipboard) => {
    await run({ picks: ['From Clipboard'] }, { clipboard });
    expect(opened).toEqual([]);
    expect(prompts.shown).toContainEqual(line('error', 'clipboard'));
  });
});

test('leaving opens nothing', async () => {
  await run({});
  expect(opened).toEqual([]);
});

test('the gallery has enough samples, each once', () => {
  const names = sampleGallery().map(({ name }) => name);
  expect(new Set(names).size).toBe(names.length);
  expect(names.length).toBeGreaterThanOrEqual(12);
});
