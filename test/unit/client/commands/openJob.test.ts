import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { JobArgument } from '../../../../client/src/commands/jobOf.ts';
import { openJob, type ShownRemoteJob } from '../../../../client/src/commands/openJob.ts';
import { saveJobAs } from '../../../../client/src/commands/saveJobAs.ts';
import type { OpenDocument } from '../../../../client/src/editor/documents.ts';
import type { NewDocument } from '../../../../client/src/editor/newDocument.ts';
import { documented } from '../../../service/answers.ts';
import { startService, type LocalService } from '../../../service/service.ts';
import { jobWithProperties } from '../../../support/jobs.ts';
import { line } from '../../../support/prompts.ts';
import { connectionOf, createJob, jobFrom } from '../../../support/remoteJobs.ts';
import { documentUri, openSignedInWindow, type SubmitWindow } from '../../../support/submitWindow.ts';

let service: LocalService;
let password: string;

beforeEach(async () => {
  service = await startService();
  password = randomUUID();
});

afterEach(async () => service.close());

/** Puts a job into the service that has passwords. */
function create(): JobArgument {
  const url = `jdbc:mysql://db:3306/hive?user=hive&password=${password}`;
  const text = jobWithProperties('datasource_parameter', `"password": "${password}", "jdbc_url": "${url}"`);
  return createJob(service, { ...jobFrom(text), name: 'hive' });
}

async function opened(
  job: unknown,
  signedIn?: SubmitWindow,
): Promise<Omit<SubmitWindow, 'shown'> & { readonly shown: ShownRemoteJob[] }> {
  const window = signedIn ?? (await openSignedInWindow(service, {}));
  const shown: ShownRemoteJob[] = [];
  await openJob({
    ...window.services,
    showRemoteJob: async (one) => Promise.resolve().then(() => void shown.push(one)),
  })(job);
  return { ...window, shown };
}

describe('Open Job', () => {
  test('shows the properties of a request, without secrets', async () => {
    const job = create();
    const { shown, log } = await opened(job);
    expect(jobFrom(shown[0]?.text ?? '')).toEqual(
      jobFrom(
        jobWithProperties('datasource_parameter', '"jdbc_url": "jdbc:mysql://db:3306/hive?user=hive&password=••••••"')
          .replace('"migration_small"', '"hive"')
          .replace(/,\s*"password": "[^"]*"/, ''),
      ),
    );
    expect(JSON.stringify([shown, log])).not.toContain(password);
  });

  test('masks a stored secret that the description has', async () => {
    const job = createJob(service, {
      ...jobFrom(jobWithProperties('datasource_parameter', '"username": "hive"')),
      description: `The password is ${password}.`,
    });
    const window = await openSignedInWindow(service, {});
    await window.services.secrets.store({ name: 'STORED' }, password);
    const { shown } = await opened(job, window);
    expect(shown[0]?.text).toContain('"description": "The password is ••••••."');
  });

  test('shows what the service adds', async () => {
    const job = create();
    const stored = service.jobs.get(job.id);
    if (stored) service.jobs.end(service.jobs.start(stored), 'FAILED', 'No route to the source');
    const { shown } = await opened(job);
    expect(shown[0]?.details).toEqual([
      `ID: ${job.id}`,
      'Connection: dev',
      `Instance: ${service.instanceId}`,
      'Status: Failed (FAILED)',
      expect.stringMatching(/^Created: /),
      expect.stringMatching(/^Last run: /),
      expect.stringMatching(/^Read: /),
    ]);
  });

  test('opens the same job again from its document', async () => {
    const job = create();
    const uri = `lakeformation-job:/dev/hive.lfjob.json?${encodeURIComponent(JSON.stringify(job))}`;
    const { services } = await openSignedInWindow(service, {});
    const document = await services.openDocument(documentUri);
    const openDocument = async (): Promise<OpenDocument | undefined> =>
      Promise.resolve(document && { ...document, uri });
    const shown: string[] = [];
    const showRemoteJob = async ({ reference }: ShownRemoteJob): Promise<void> =>
      Promise.resolve().then(() => void shown.push(reference.id));
    await openJob({ ...services, openDocument, showRemoteJob })(uri);
    expect(shown).toEqual([job.id]);
  });

  test('reports why a job can’t be read', async () => {
    service.faults.next('showJob', { kind: 'answer', answer: documented.noPermission });
    const { shown, prompts } = await opened(create());
    expect(shown).toEqual([]);
    expect(prompts.shown.at(-1)).toEqual(line('error', '403'));
  });
});

describe('Save as File', () => {
  const saved = async (
    job: JobArgument,
    uri: string | undefined,
  ): Promise<{ readonly files: NewDocument[]; readonly linked: readonly string[] }> => {
    const window = await openSignedInWindow(service, {});
    const files: NewDocument[] = [];
    const saveNewFile = async (file: NewDocument): Promise<string | undefined> => {
      files.push(file);
      return Promise.resolve(uri);
    };
    await saveJobAs({ ...window.services, saveNewFile })(job);
    return { files, linked: window.services.jobLinks.documentsOf(job.id, connectionOf(window)) };
  };

  test('writes references where the service leaves out a secret, and links the file to the job', async () => {
    const { files, linked } = await saved(create(), 'file:///a.lfjob.json');
    const [file] = files;
    expect(file?.name).toBe('hive');
    expect(jobFrom(file?.text ?? '')).toMatchObject({
      parameter: {
        metadata_migration_parameter: {
          datasource_parameter: {
            jdbc_url: 'jdbc:mysql://db:3306/hive?user=hive&password=${secret:HIVE_PASSWORD}',
            password: '${secret:HIVE_PASSWORD}',
          },
        },
      },
    });
    expect(JSON.stringify(files)).not.toContain(password);
    expect(linked).toEqual(['file:///a.lfjob.json']);
  });

  test('links nothing where the user cancels', async () => {
    expect((await saved(create(), undefined)).linked).toEqual([]);
  });

  test('proposes a name without the path in a job’s name', async () => {
    const job = { ...create(), name: '../../.bashrc' };
    expect((await saved(job, undefined)).files[0]?.name).toBe('bashrc');
  });
});
