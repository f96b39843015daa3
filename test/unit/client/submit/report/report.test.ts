import { expect, test } from 'vitest';
import { documentUri, openWindow, pastedSession } from '../../../../support/submitWindow.ts';
import { smallJob } from '../../../service/sampleJobs.ts';

/** What a browser's `fetch` rejects with, whatever the reason is. */
const failedFetch = async (): Promise<never> => Promise.reject(new TypeError('Failed to fetch'));

test('a browser that keeps a job from being sent leaves the copy of the request', async () => {
  const address = { url: 'https://lakeformation.example', projectId: 'p', instanceId: 'i' };
  const { prompts, remember, submit } = openWindow(address, {
    text: JSON.stringify(smallJob),
    fetch: failedFetch,
    answers: { buttons: { CORS: 'Copy as cURL' } },
  });
  await remember(pastedSession('token'));
  await submit();
  expect(prompts.shown.at(-1)).toMatch(/^error: The request to .* \(CORS\).*\[Copy as cURL\]/);
  expect(prompts.opened).toEqual([`cURL: ${documentUri}`]);
});
