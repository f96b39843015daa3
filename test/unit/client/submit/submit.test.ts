import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { bodyHash } from '../../../../client/src/state/submissionHistory.ts';
import { startService, type LocalService } from '../../../service/service.ts';
import { InMemoryMemento } from '../../../support/memento.ts';
import { line } from '../../../support/prompts.ts';
import {
  documentUri,
  openSignedInWindow,
  openWindow,
  pastedSession,
  type SubmitWindow,
  type WindowOptions,
} from '../../../support/submitWindow.ts';
import { smallJob } from '../../service/sampleJobs.ts';

let service: LocalService;
const text = JSON.stringify(smallJob);

beforeEach(async () => {
  service = await startService();
});

afterEach(async () => service.close());

async function signedIn(options: WindowOptions = {}): Promise<SubmitWindow> {
  return openSignedInWindow(service, { text, ...options });
}

describe('a document is submitted from one window at a time', () => {
  const globalState = new InMemoryMemento();

  test('another window is told, and sends nothing', async () => {
    const release = service.faults.hold('createJob');
    const [first, second] = [await signedIn({ globalState }), await signedIn({ globalState })];
    const submission = first.submit();
    await service.requests.waitFor('createJob');
    await second.submit();
    expect(second.prompts.shown).toEqual([line('info', 'already', '20 seconds')]);
    release();
    await submission;
    expect(service.jobs.all).toHaveLength(1);
    expect(globalState.entries()).toEqual([]);
  });

  test('of two windows that took the lock at once, the one that lost it sends nothing', async () => {
    const release = service.faults.hold('listJobs');
    const window = await signedIn({ globalState });
    const submission = window.submit();
    await service.requests.waitFor('listJobs');
    await globalState.update(`lakeformation.underWay:${documentUri}`, { owner: 'other', renewedAt: Date.now() });
    release();
    await submission;
    expect(window.prompts.shown.at(-1)).toEqual(line('error', 'nother window'));
    expect(service.jobs.all).toEqual([]);
    expect(globalState.entries()).toHaveLength(1);
  });
});

describe('an unchanged document', () => {
  test('whose job is not there any more asks before it goes out again', async () => {
    const workspaceState = new InMemoryMemento();
    await (await signedIn({ workspaceState })).submit();
    const [job] = service.jobs.all;
    service.jobs.clear();
    const window = await signedIn({ workspaceState, answers: { confirm: false } });
    await window.submit();
    const question = window.prompts.shown.at(-1) ?? '';
    expect(question).toMatch(/^confirm: Job "job_1" was submitted to dev unchanged before\. Submit it again\?\n/);
    expect(question).toMatch(new RegExp(`\nUnchanged since .+: it became job ${job?.id ?? '?'}\\.$`));
    expect(service.jobs.all).toEqual([]);
  });

  test('says so where its job is there, too', async () => {
    const workspaceState = new InMemoryMemento();
    await (await signedIn({ workspaceState })).submit();
    const window = await signedIn({ workspaceState });
    await window.submit();
    expect(window.prompts.shown.at(-1)).toMatch(/^choose: .*\nExists: id .*\nUnchanged since .*/s);
  });

  test('is one that has changed since then no more', async () => {
    const workspaceState = new InMemoryMemento();
    await (await signedIn({ workspaceState })).submit();
    service.jobs.clear();
    const window = await signedIn({ workspaceState, text: `${text}\n` });
    await window.submit();
    expect(window.prompts.shown.join('\n')).not.toContain('Unchanged');
    expect(service.jobs.all).toHaveLength(1);
  });

  test('is none for another instance', async () => {
    const workspaceState = new InMemoryMemento();
    await (await signedIn({ workspaceState })).submit();
    const other = await startService({ instanceId: '00000000-0000-4000-8000-000000000000' });
    try {
      const window = openWindow(other, { workspaceState, text, answers: { confirm: true } });
      await window.remember(pastedSession(other.tokens.issue()));
      await window.submit();
      expect(other.jobs.all).toHaveLength(1);
      expect(window.prompts.shown.join('\n')).not.toContain('Unchanged');
    } finally {
      await other.close();
    }
  });

  test('counts only where it was taken', async () => {
    const workspaceState = new InMemoryMemento();
    service.faults.next('createJob', { kind: 'answer', answer: { status: 400 } });
    await (await signedIn({ workspaceState })).submit();
    const window = await signedIn({ workspaceState });
    await window.submit();
    expect(window.prompts.shown.join('\n')).not.toContain('unchanged');
    expect(service.jobs.all).toHaveLength(1);
  });
});

describe('of several jobs of the name', () => {
  async function createTwo(): Promise<void> {
    const answers = { confirm: true, choices: ['Submit Another'] };
    await (await signedIn({ answers })).submit();
    await (await signedIn({ answers })).submit();
  }

  test('the one to update is picked', async () => {
    await createTwo();
    const [, second] = service.jobs.all;
    const window = await signedIn({ answers: { choices: ['Update It'], picks: [second?.id ?? ''] } });
    await window.submit();
    expect(service.requests.of('updateJob').map(({ url }) => url.split('/').at(-1))).toEqual([second?.id]);
  });

  test('none is updated when the user leaves', async () => {
    await createTwo();
    await (await signedIn({ answers: { choices: ['Update It'] } })).submit();
    expect(service.requests.of('updateJob')).toEqual([]);
  });
});

describe('the history', () => {
  test('has what was sent, when, where to, and what became of it', async () => {
    const window = await signedIn();
    await window.submit();
    const [entry] = window.history.all();
    expect(entry).toEqual({
      id: entry?.id,
      sentAt: entry?.sentAt,
      uri: documentUri,
      name: 'job_1',
      action: 'create',
      connection: 'dev',
      references: [],
      result: 'accepted',
      endpoint: service.url,
      instanceId: service.instanceId,
      bodyHash: await bodyHash(text),
      jobId: service.jobs.all[0]?.id,
    });
  });

  test('has it before the answer is there, as one that nobody knows of', async () => {
    const release = service.faults.hold('createJob');
    const window = await signedIn();
    const submission = window.submit();
    await service.requests.waitFor('createJob');
    expect(window.history.all().map(({ result }) => result)).toEqual(['unknown']);
    release();
    await submission;
    expect(window.history.all().map(({ result }) => result)).toEqual(['accepted']);
  });
});
