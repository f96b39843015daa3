import { expect, it } from 'vitest';
import { instanceCommandsForTests, jobOf } from '../../../support/instanceCommands.ts';

const commands = instanceCommandsForTests();

/** Runs `lfjob submit` or `lfjob update` for job `a`. @param existing the description of the job that the instance has */
async function submitted(command: 'submit' | 'update', existing: string | undefined) {
  const { service, folder, run } = commands();
  if (existing !== undefined) service.jobs.create(jobOf(service, 'job_a', existing));
  await folder.write({ 'job_a.lfjob.json': JSON.stringify(jobOf(service, 'job_a')) });
  const { code, output, errors } = await run([command, 'job_a.lfjob.json', '--yes']);
  return { code, text: output + errors, jobs: service.jobs.all.map(({ name, description }) => [name, description]) };
}

it.each<[string, 'submit' | 'update', string | undefined, number, string, readonly (readonly string[])[]]>([
  ['submit creates a job', 'submit', undefined, 0, 'Created "job_a"', [['job_a', 'd']]],
  ['submit leaves a job alone that exists', 'submit', 'before', 2, 'Use "lfjob update".', [['job_a', 'before']]],
  ['update updates a job', 'update', 'before', 0, 'Updated "job_a"', [['job_a', 'd']]],
  ['update leaves a job alone that is the same', 'update', 'd', 0, 'the instance matches', [['job_a', 'd']]],
  ['update creates no job', 'update', undefined, 2, 'Use "lfjob submit".', []],
])('%s', async (_, command, existing, expectedCode, sentence, jobs) => {
  const { code, text, jobs: created } = await submitted(command, existing);
  expect(text).toContain(sentence);
  expect([code, created]).toEqual([expectedCode, jobs]);
});

it('reports that there is no file', async () => {
  expect(await commands().run(['submit'])).toMatchObject({ code: 2, errors: 'lfjob: Enter the file of a job.\n' });
});

it('reports that a folder has several jobs', async () => {
  const text = JSON.stringify(jobOf(commands().service, 'job_a'));
  await commands().folder.write({ 'job_a.lfjob.json': text, 'job_b.lfjob.json': text.replace('"job_a"', '"job_b"') });
  expect(await commands().run(['submit', '.'])).toMatchObject({
    code: 2,
    errors: 'lfjob: "." has several jobs. Submit them with "lfjob apply".\n',
  });
});
