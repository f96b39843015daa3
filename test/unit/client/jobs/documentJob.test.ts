import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { findJob, knownJob } from '../../../../client/src/jobs/documentJob.ts';
import type { OpenDocument } from '../../../../client/src/editor/documents.ts';
import type { JobReference } from '../../../../client/src/watch/jobReference.ts';
import { startService, type LocalService } from '../../../service/service.ts';
import { line } from '../../../support/prompts.ts';
import {
  documentUri,
  openSignedInWindow,
  type SubmitWindow,
  type WindowOptions,
} from '../../../support/submitWindow.ts';
import { smallJob } from '../../service/sampleJobs.ts';

let service: LocalService;

beforeEach(async () => {
  service = await startService();
});

afterEach(async () => service.close());

const text = JSON.stringify(smallJob);

async function open(options: WindowOptions = {}): Promise<SubmitWindow> {
  return openSignedInWindow(service, { text, ...options });
}

async function found(window: SubmitWindow): Promise<JobReference | undefined> {
  const document = await window.services.openDocument(documentUri);
  return document && findJob(window.services, document);
}

async function known(
  { services }: SubmitWindow,
  document: Pick<OpenDocument, 'uri' | 'text'> = { uri: documentUri, text },
): Promise<string | undefined> {
  const [connection] = services.usableConnections();
  return connection && (await knownJob(services, document, connection))?.id;
}

describe('the job of a document', () => {
  test('is the one that it was submitted as', async () => {
    const window = await open();
    await window.submit();
    expect(await known(window)).toBe(service.jobs.all[0]?.id);
  });

  test('is known to a window that opens later, by the history', async () => {
    const first = await open();
    await first.submit();
    expect(await known(await open({ storage: first.storage }))).toBe(service.jobs.all[0]?.id);
  });

  test('isn’t known before', async () => {
    expect(await known(await open())).toBeUndefined();
  });

  test('of a document without a file is known until the window closes', async () => {
    const uri = 'untitled:Untitled-1';
    const window = await open();
    const [connection] = window.services.usableConnections();
    if (connection)
      await window.services.jobLinks.set(uri, connection, { id: '1', name: 'job_1', type: smallJob.type });
    expect(await known(window, { uri, text })).toBe('1');
    expect(await known(await open(), { uri, text })).toBeUndefined();
  });

  test('that isn’t known is one of its name and type, which the user selects once', async () => {
    const job = service.jobs.create({ ...smallJob, description: '' });
    const window = await open({ answers: { picks: ['job_1'] } });
    expect(await found(window)).toMatchObject({ id: job.id, name: 'job_1', type: smallJob.type });
    expect(await found(window)).toMatchObject({ id: job.id });
    expect(service.requests.of('listJobs')).toHaveLength(1);
  });

  test.each<[string, Partial<WindowOptions>, unknown]>([
    ['there is none', {}, line('info', 'No job named "job_1"', 'Submit it first.')],
    ['the document isn’t a job', { text: '{' }, line('error', 'Couldn’t find the job')],
  ])('isn’t found where %s, and a message reports it', async (_, options, shown) => {
    const window = await open(options);
    expect(await found(window)).toBeUndefined();
    expect(window.prompts.shown.at(-1)).toEqual(shown);
  });

  test('isn’t found where the list can’t be read, and a message reports why', async () => {
    service.faults.next('listJobs', { kind: 'answer', answer: { status: 403, body: {} } });
    const window = await open();
    expect(await found(window)).toBeUndefined();
    expect(window.prompts.shown.at(-1)).toEqual(line('error', '403', 'lakeformation:job:describe'));
  });
});
