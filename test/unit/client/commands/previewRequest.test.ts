import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { copyRequest, previewRequest } from '../../../../client/src/commands/previewRequest.ts';
import { curlCommand } from '../../../../client/src/preview/curl.ts';
import type { JobRequest } from '../../../../client/src/preview/jobRequest.ts';
import type { Services } from '../../../../client/src/services.ts';
import { startService, type LocalService } from '../../../service/service.ts';
import { line } from '../../../support/prompts.ts';
import {
  connectionTo,
  documentUri,
  openSignedInWindow,
  openWindow,
  type SubmitWindow,
} from '../../../support/submitWindow.ts';
import { jobFor } from '../../service/sampleJobs.ts';

let service: LocalService;
let text: string;

beforeEach(async () => {
  service = await startService();
  text = JSON.stringify(jobFor(service));
});
afterEach(async () => service.close());

/** Other services of a window with a document in another language. */
function inLanguage(services: Services, languageId: string): Services {
  return {
    ...services,
    openDocument: async (target) => {
      const document = await services.openDocument(target);
      return document && { ...document, languageId };
    },
  };
}

describe('Preview Request', () => {
  test.each<[string, string, string, string[], unknown[]]>([
    ['of a job', '{"name":"nightly","type":"METADATA_DISCOVERY"}', 'lfjob', [documentUri], []],
    ['of another file', '{"name":"nightly","type":"t"}', 'json', [], [line('error', '.lfjob.json')]],
    ['of a text that is not JSON', '{"name":"nightly"', 'lfjob', [], [line('error', 'a name and a type')]],
    ['of a job without a type', '{"name":"nightly"}', 'lfjob', [], [line('error', 'a name and a type')]],
  ])('%s', async (_, document, languageId, expected, messages) => {
    const { services, prompts } = openWindow(service, { text: document, connections: [] });
    const shown: string[] = [];
    await previewRequest(inLanguage(services, languageId), async (uri) =>
      Promise.resolve().then(() => void shown.push(uri)),
    )();
    expect(shown).toEqual(expected);
    expect(prompts.shown).toEqual(messages);
  });
});

describe('copying a request', () => {
  const copy = async ({ services }: SubmitWindow): Promise<void> =>
    copyRequest(
      services,
      ({ method, url, basis }: JobRequest) => `${method} ${url} ${basis.kind}`,
      () => 'Copied',
    )();
  const jobsUrl = (): string => `${service.url}/v1/${service.projectId}/instances/${service.instanceId}/lf-jobs`;

  test('of a new job copies its creation and reports that in the status bar', async () => {
    const window = await openSignedInWindow(service, { text });
    await copy(window);
    expect(window.prompts.copied).toEqual([`POST ${jobsUrl()} lookedUp`]);
    expect(window.prompts.shown.at(-1)).toBe('status: Copied');
  });

  test('of a job that exists copies the update that Submit Job would send', async () => {
    const window = await openSignedInWindow(service, { text });
    await window.submit();
    const [job] = service.jobs.all;
    await copy(window);
    expect(window.prompts.copied).toEqual([`PUT ${jobsUrl()}/${job?.id ?? '?'} lookedUp`]);
  });

  test.each<[string, () => unknown[], RegExp]>([
    ['a user who isn’t signed in', () => [connectionTo(service)], /^# Creates a job[.] You aren’t signed in/],
    ['no connection', () => [], /^# Creates a job[.] There is no connection/],
    [
      'several connections of which none is selected',
      () => [connectionTo(service, 'dev'), connectionTo(service, 'prod')],
      /^# Creates a job[.] No connection is selected/,
    ],
  ])('with %s asks and requests nothing', async (_, connections, copied) => {
    const { services, prompts } = openWindow(service, { text, connections: connections() });
    await copyRequest(services, curlCommand, () => 'Copied')();
    expect(prompts.copied).toEqual([expect.stringMatching(copied)]);
    expect(prompts.shown).toEqual(['status: Copied']);
    expect(service.requests.all).toEqual([]);
  });

  test('copies nothing when the user cancels the look-up', async () => {
    const window = await openSignedInWindow(service, { text });
    const release = service.faults.hold('listJobs');
    const copied = copy(window);
    await service.requests.waitFor('listJobs');
    window.prompts.cancellations.at(-1)?.abort();
    await copied;
    release();
    expect(window.prompts.copied).toEqual([]);
    expect(window.prompts.shown).not.toContain('status: Copied');
  });

  test('copies nothing if there is no request', async () => {
    const window = openWindow(service);
    await copy(window);
    expect(window.prompts.copied).toEqual([]);
  });
});
