import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { submitJob } from '../../../../../client/src/commands/submitJob.ts';
import { documented } from '../../../../service/answers.ts';
import { catalogOf } from '../../../../service/content.ts';
import { startService, type LocalService } from '../../../../service/service.ts';
import { jobWithProperties } from '../../../../support/jobs.ts';
import { openSignedInWindow, type WindowOptions } from '../../../../support/submitWindow.ts';

let service: LocalService;

beforeEach(async () => {
  service = await startService();
  service.content.isAuthorized = false;
  service.content.catalogs = [catalogOf('other')];
});
afterEach(async () => service.close());

const text = jobWithProperties('metadata_discovery_parameter', '"data_location": "obs://lake-sales/raw"');

/** Submits the job, and returns the question. */
async function reviewed(options: WindowOptions = {}): Promise<string> {
  const window = await openSignedInWindow(service, { text, lookUp: true, ...options });
  await window.submit();
  return window.prompts.shown.find((line) => !line.startsWith('progress: ')) ?? '';
}

describe('the review of a submission', () => {
  test('warns of what is missing, and submits the job all the same', async () => {
    const question = await reviewed();
    expect(question).toContain('⚠ Jobs aren’t authorized');
    expect(question).toContain('⚠ "target_catalog": the instance doesn’t have catalog lake.');
    expect(question).not.toContain('data_location": nothing');
    expect(service.jobs.all).toHaveLength(1);
  });

  test('reports nothing of what can’t be checked', async () => {
    for (const operation of ['showAgency', 'listCatalogs', 'listObjects'] as const) {
      service.faults.next(operation, { kind: 'answer', answer: documented.noPermission });
    }
    expect(await reviewed()).not.toContain('⚠');
    expect(service.jobs.all).toHaveLength(1);
  });

  test('checks nothing with the setting off', async () => {
    expect(await reviewed({ lookUp: false })).not.toContain('⚠');
    expect(service.requests.of('showAgency')).toEqual([]);
  });

  test('checks nothing where nobody is asked', async () => {
    await reviewed({ confirm: 'never' });
    expect(service.requests.of('showAgency')).toEqual([]);
    expect(service.jobs.all).toHaveLength(1);
  });
});

test('the review of several submissions warns of each', async () => {
  const documents = { 'test:/a.lfjob.json': text, 'test:/b.lfjob.json': text.replace('discovery_small', 'other_job') };
  const window = await openSignedInWindow(service, { documents, lookUp: true, answers: { choices: ['Show Table'] } });
  await submitJob(window.services)(undefined, Object.keys(documents));
  expect(window.tables[0]?.table.match(/⚠ Jobs aren’t authorized/g)).toHaveLength(2);
});
