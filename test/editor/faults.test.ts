import { copyFile, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { redirectTo } from '../service/answers.ts';
import type { Fault } from '../service/faults.ts';
import { startService, type LocalService } from '../service/service.ts';
import { createAuthority } from '../support/certificates.ts';
import { answer, done, redirects, refusals, undone } from '../support/submissionFaults.ts';
import { editorForSuite } from './harness/editorForSuite.ts';
import { createJobWorkspace, type JobWorkspace } from './support/jobWorkspace.ts';
import { pasteToken } from './support/pasteToken.ts';

/** What became of a submission. */
interface Row {
  readonly fault: string;
  /** How often the job was sent, and how many jobs came of it. */
  readonly sent: number;
  readonly jobs: number;
  readonly told: string;
}

const large = 'large.lfjob.json';
const limit = 12 * 1024 * 1024;

describe('every fault of the service, through the editor', () => {
  let workspace: JobWorkspace;
  let elsewhere: LocalService;
  let untrusted: LocalService;
  const rows: Row[] = [];
  const editor = editorForSuite(async () => {
    workspace = await createJobWorkspace();
    elsewhere = await startService();
    untrusted = await startService({ tls: createAuthority().issue() });
    const { folder, launchOptions } = workspace;
    for (const [index] of done.entries()) {
      await copyFile(join(folder, 'ranger_permissions.lfjob.json'), join(folder, `done_${index}.lfjob.json`));
    }
    const job = await readFile(join(folder, 'sales_discovery.lfjob.json'));
    const line = `${' '.repeat(1023)}\n`;
    await writeFile(join(folder, large), Buffer.concat([job, Buffer.alloc(limit + 1 - job.length, line)]));
    return {
      ...launchOptions,
      userSettings: {
        'lakeformation.connections': [connectionTo('local', workspace.service), connectionTo('untrusted', untrusted)],
        'lakeformation.submit.confirm': 'never',
        'lakeformation.requestTimeout': 5,
        'workbench.editorLargeFileConfirmation': 64,
      },
    };
  });
  afterAll(async () => {
    await elsewhere.close();
    await untrusted.close();
    await workspace.remove();
  });

  beforeAll(async () => {
    await editor().workbench.editorPane.open('sales_discovery.lfjob.json');
    await chooseConnection('local');
    await signIn('local', workspace.service);
  });

  async function chooseConnection(name: string): Promise<void> {
    const { quickInput, runCommand } = editor().workbench;
    await runCommand('LakeFormation: Select Connection');
    await quickInput.waitFor('LakeFormation connection');
    await quickInput.choose(name);
    await quickInput.waitUntilClosed();
  }

  async function signIn(connection: string, { tokens }: LocalService): Promise<void> {
    const { runCommand, notifications } = editor().workbench;
    await runCommand('LakeFormation: Sign In');
    await pasteToken(editor().workbench, connection, tokens.issue());
    await notifications.dismiss('You are signed in');
  }

  /**
   * Submits the active document, and closes the message that tells what became of it.
   * @param isAgain the outcome of the time before is not known, which is asked about
   */
  async function submit(fault: string, isAgain = false): Promise<Row> {
    const { editorPane, notifications, dialogs } = editor().workbench;
    const { jobs, requests } = workspace.service;
    const before = jobs.all.length;
    requests.clear();
    await editorPane.clickAction('Submit Job');
    if (isAgain) {
      await dialogs.waitFor('was submitted to local unchanged before. Submit it again?');
      await dialogs.click('Submit Again');
    }
    const { message } = await notifications.waitFor('.');
    await notifications.dismiss(message);
    expect(await notifications.all()).toEqual([]);
    const row = { fault, sent: requests.of('createJob').length, jobs: jobs.all.length - before, told: told(message) };
    rows.push(row);
    return row;
  }

  /** A message with what differs from run to run named. */
  function told(message: string): string {
    return message
      .replaceAll(workspace.service.url, '<endpoint>')
      .replaceAll(untrusted.url, '<endpoint>')
      .replaceAll(elsewhere.url, '<elsewhere>')
      .replace(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, '<id>');
  }

  function plan(fault: Fault): void {
    workspace.service.faults.next('createJob', fault);
  }

  test.each(refusals)('%s: no job', async (name, refusal) => {
    plan(answer(refusal));
    expect(await submit(name)).toMatchObject({ sent: 1, jobs: 0 });
  });

  test.each(redirects)('a redirect with %i: no job, and nothing is sent elsewhere', async (status) => {
    const location = `${elsewhere.url}/v1/x`;
    plan(answer(status === 300 ? { status, headers: { Location: location } } : redirectTo(location, status)));
    expect(await submit(`a redirect with ${status}`)).toMatchObject({ sent: 1, jobs: 0 });
    expect(elsewhere.requests.all).toEqual([]);
  });

  test.each(undone.map(([name, fault], index) => [name, fault, index > 0] as const))(
    '%s: no job',
    async (name, fault, isAgain) => {
      plan(fault);
      expect(await submit(name, isAgain)).toMatchObject({ sent: 1, jobs: 0 });
    },
  );

  test.each(done.map(([name, fault], index) => [name, fault, index] as const))(
    '%s: one job, which is found',
    async (name, fault, index) => {
      const { editorPane } = editor().workbench;
      await editorPane.open(`done_${index}.lfjob.json`);
      await editorPane.clickText('"ranger_permissions', 'after');
      await editorPane.type(`_${index}`);
      plan(fault);
      expect(await submit(name)).toMatchObject({ sent: 1, jobs: 1 });
    },
  );

  test('12 MB and a byte: not sent', async () => {
    const { editorPane } = editor().workbench;
    await editorPane.open(large);
    expect(await submit('12 MB and a byte')).toMatchObject({ sent: 0, jobs: 0 });
  });

  test('a certificate of an unknown authority: not sent', async () => {
    await editor().workbench.editorPane.open('sales_discovery.lfjob.json');
    await chooseConnection('untrusted');
    await signIn('untrusted', untrusted);
    expect(await submit('a certificate of an unknown authority')).toMatchObject({ sent: 0, jobs: 0 });
    expect(untrusted.requests.all).toEqual([]);
  });

  test('tells and remembers each as it was', async () => {
    const { quickInput, runCommand } = editor().workbench;
    await runCommand('LakeFormation: Show Submissions');
    await quickInput.waitFor('Submissions of this workspace');
    const stored = (await quickInput.rows()).map(({ detail }) => told(detail)).reverse();
    await quickInput.cancel();
    const sent = rows.filter((row) => row.sent > 0);
    expect(stored).toHaveLength(sent.length);
    const lines = rows.map((row) =>
      [row.fault, row.jobs, row.told, row.sent === 0 ? 'nothing' : stored[sent.indexOf(row)]].join(' | '),
    );
    await expect(
      [
        '| fault | jobs | what the user is told | what is stored |',
        '| --- | ---: | --- | --- |',
        ...lines.map((line) => `| ${line} |`),
        '',
      ].join('\n'),
    ).toMatchFileSnapshot('golden/faults.md');
  });
});

function connectionTo(name: string, { url, projectId, instanceId }: LocalService): object {
  return { name, region: 'local', endpoint: url, iamEndpoint: url, projectId, instanceId };
}
