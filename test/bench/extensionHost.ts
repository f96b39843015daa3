import { jobRequest } from '../../client/src/preview/jobRequest.ts';
import { requestText } from '../../client/src/preview/requestText.ts';
import { answerPlaces } from '../../client/src/failures/answerPlaces.ts';
import { benchmarkJob } from './job.ts';
import { median } from './statistics.ts';
import { figure, markdownTable } from './table.ts';

/** What the extension host does with a large job, in milliseconds. */
export interface HostTime {
  readonly title: string;
  readonly size: string;
  readonly time: number;
}

const connection = {
  name: 'local',
  region: 'local',
  endpoint: 'https://lakeformation.example.com',
  iamEndpoint: 'https://iam.example.com',
  projectId: '0123456789abcdef0123456789abcdef',
  instanceId: '2180518f-42b8-4947-b20b-adfc53981a25',
};

/** Renders previews of requests and marks the places that an error answer of 64 KB names, in this process. */
export async function measureHost(
  sizes: readonly { readonly name: string; readonly bytes: number }[],
  repetitions: number,
): Promise<HostTime[]> {
  const message = "principal 'team_1' not found; ".repeat(2200);
  const measured: HostTime[] = [];
  for (const { name, bytes } of sizes) {
    const text = benchmarkJob(bytes).text.replace('"USE"', '"USER"');
    const preview = async (): Promise<void> => void requestText(await jobRequest(text, connection));
    const marking = (): void => void answerPlaces(message, text);
    measured.push({ title: 'Preview of a request', size: name, time: await medianTime(preview, repetitions) });
    // In a text above the limit nothing is looked for.
    if (answerPlaces(message, text).length === 0) continue;
    measured.push({ title: 'Places that an answer names', size: name, time: await medianTime(marking, repetitions) });
  }
  return measured;
}

/** The measurements as a Markdown table. */
export function hostTable(measured: readonly HostTime[]): string {
  return markdownTable(
    ['Job', '', 'Time'],
    measured.map(({ title, size, time }) => [size, title, `${figure(time)} ms`]),
  );
}

async function medianTime(task: () => void | Promise<void>, repetitions: number): Promise<number> {
  const times: number[] = [];
  for (let repetition = 0; repetition < repetitions; repetition++) {
    const started = performance.now();
    await task();
    times.push(performance.now() - started);
  }
  return median(times);
}
