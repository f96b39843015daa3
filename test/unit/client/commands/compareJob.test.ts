import { randomUUID } from 'node:crypto';
import type { Edit } from 'jsonc-parser';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import {
  compareJob,
  refreshComparison,
  type Comparison,
  type ComparingServices,
} from '../../../../client/src/commands/compareJob.ts';
import type { JobArgument } from '../../../../client/src/commands/jobOf.ts';
import { takeRemoteVersion } from '../../../../client/src/commands/takeRemoteVersion.ts';
import { applyEdits } from '../../../../language/src/documents/edits/applyEdits.ts';
import { startService, type LocalService } from '../../../service/service.ts';
import { jobWithProperties } from '../../../support/jobs.ts';
import { line } from '../../../support/prompts.ts';
import { connectionOf, createJob, jobFrom } from '../../../support/remoteJobs.ts';
import {
  documentUri,
  openSignedInWindow,
  type SubmitWindow,
  type WindowOptions,
} from '../../../support/submitWindow.ts';

let service: LocalService;
let password: string;

beforeEach(async () => {
  service = await startService();
  password = randomUUID();
});

afterEach(async () => service.close());

const reference = '${secret:HIVE_PASSWORD}';

/** A document with a comment and a reference. */
function documentWith(catalog: string): string {
  return `// Of the old cluster\n${withoutComment(catalog)}`;
}

function withoutComment(catalog: string): string {
  const text = jobWithProperties('datasource_parameter', `"password": "${reference}"`);
  return text.replace('"target_catalog": "lake"', `"target_catalog": "${catalog}"`);
}

/** Puts a job into the service that has the values of a document. */
function create(catalog: string): JobArgument {
  return createJob(service, jobFrom(withoutComment(catalog).replace(reference, password)));
}

interface ComparingWindow extends SubmitWindow {
  readonly comparing: ComparingServices;
  readonly comparisons: Comparison[];
  /** What the open comparison was updated with. */
  readonly updates: string[];
  /** The texts of the document after the edits. */
  readonly edited: string[];
  readonly take: (target?: unknown) => Promise<void>;
}

async function open(options: WindowOptions, canEdit = true): Promise<ComparingWindow> {
  const window = await openSignedInWindow(service, options);
  await window.services.secrets.set({ name: 'HIVE_PASSWORD' }, password);
  const comparisons: Comparison[] = [];
  const [updates, edited]: [string[], string[]] = [[], []];
  const comparing: ComparingServices = {
    ...window.services,
    showComparison: async (comparison) => Promise.resolve().then(() => void comparisons.push(comparison)),
    updateComparison: ({ remote }) => void updates.push(remote),
  };
  const editDocument = async (_: string, before: string, edit: Edit): Promise<boolean> => {
    if (canEdit) edited.push(applyEdits(before, [edit]));
    return Promise.resolve(canEdit);
  };
  return {
    ...window,
    comparing,
    comparisons,
    updates,
    edited,
    take: takeRemoteVersion({ ...comparing, editDocument }),
  };
}

/** Opens a window with a document that is linked to a job. */
async function openLinked(catalog: string, job: JobArgument, canEdit = true): Promise<ComparingWindow> {
  const window = await open({ text: documentWith(catalog) }, canEdit);
  await window.services.jobLinks.set(documentUri, connectionOf(window), job);
  return window;
}

describe('Compare with Job', () => {
  test('shows the job written as the document: with its references and comments, and without secrets', async () => {
    const window = await openLinked('new', create('old'));
    await compareJob(window.comparing)(documentUri);
    expect(window.comparisons).toMatchObject([
      { uri: documentUri, title: 'migration_small in dev ↔ job.lfjob.json', remote: documentWith('old') },
    ]);
    expect(JSON.stringify([window.comparisons, window.prompts.shown, window.log])).not.toContain(password);
  });

  test('reports that nothing differs', async () => {
    const window = await openLinked('same', create('same'));
    await compareJob(window.comparing)(documentUri);
    expect(window.comparisons).toEqual([]);
    expect(window.prompts.shown.at(-1)).toBe('info: "migration_small" in dev matches the document.');
  });

  test('asks for the job of a document where it isn’t known', async () => {
    const { id } = create('old');
    const window = await open({ text: withoutComment('new'), answers: { picks: ['migration_small'] } });
    await compareJob(window.comparing)(documentUri);
    expect(window.comparisons).toHaveLength(1);
    expect(window.services.jobLinks.documentsOf(id, connectionOf(window))).toEqual([documentUri]);
  });

  test.each([
    ['one of its name and type', { 'a.lfjob.json': withoutComment('new'), 'b.lfjob.json': '{}' }, undefined],
    [
      'of several, the selected one',
      { 'a.lfjob.json': withoutComment('a'), 'b.lfjob.json': withoutComment('b') },
      'a.lfjob.json',
    ],
  ])('finds the file of a job of the view: %s', async (_, documents, picked) => {
    const job = create('old');
    const window = await open({ documents, ...(picked !== undefined && { answers: { picks: [picked] } }) });
    await compareJob(window.comparing)(job);
    expect(window.comparisons).toMatchObject([{ uri: 'a.lfjob.json', remote: withoutComment('old') }]);
    expect(window.services.jobLinks.documentsOf(job.id, connectionOf(window))).toEqual(['a.lfjob.json']);
  });

  test('reports that a job has no file', async () => {
    const window = await open({ documents: { 'b.lfjob.json': '{}' } });
    await compareJob(window.comparing)(create('old'));
    expect(window.prompts.shown).toEqual([line('info', 'No file', '"migration_small"')]);
  });

  test.each([
    ['isn’t JSON', { text: '{ "name": }' }, [line('error', 'Couldn’t compare')]],
    ['is in a workspace that isn’t trusted', { trusted: false }, [expect.stringContaining('trust')]],
  ])('refuses a document that %s', async (_, options, told) => {
    const window = await open({ text: documentWith('new'), ...options });
    await window.services.jobLinks.set(documentUri, connectionOf(window), create('old'));
    await compareJob(window.comparing)(documentUri);
    expect(window.comparisons).toEqual([]);
    expect(window.prompts.shown.filter((shown) => !shown.startsWith('progress'))).toEqual(told);
  });

  test('masks a secret that the service repeats', async () => {
    const job = create('old');
    const window = await openLinked('old', job);
    const shown = { ...jobFrom(withoutComment('old')), id: job.id, description: `for ${password}` };
    service.faults.next('showJob', { kind: 'answer', answer: { status: 200, body: shown } });
    await compareJob(window.comparing)(documentUri);
    expect(window.comparisons[0]?.remote).toContain('"description": "for ••••••"');
  });

  test('is refreshed once the document was submitted', async () => {
    const window = await openLinked('new', create('new'));
    await refreshComparison({ ...window.services, ...window.comparing }, documentUri);
    expect(window.updates).toEqual([documentWith('new')]);
  });
});

describe('Take Remote Version', () => {
  test('writes the values of the job into the document, with its references and comments', async () => {
    const window = await openLinked('new', create('old'));
    await window.take(documentUri);
    expect([window.edited, window.updates]).toEqual([[documentWith('old')], [documentWith('old')]]);
    expect(window.prompts.shown.at(-1)).toEqual(line('status', 'values of "migration_small" in dev'));
    expect(service.requests.all.map(({ method }) => method)).toEqual(['GET']);
  });

  test('changes nothing where nothing differs', async () => {
    const window = await openLinked('same', create('same'));
    await window.take(documentUri);
    expect(window.edited).toEqual([]);
    expect(window.prompts.shown.at(-1)).toEqual(line('info', 'matches the document'));
  });

  test('reports that the document has changed', async () => {
    const window = await openLinked('new', create('old'), false);
    await window.take(documentUri);
    expect(window.prompts.shown.at(-1)).toEqual(line('error', 'Couldn’t edit the document'));
  });
});
