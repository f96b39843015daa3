import { describe, expect, it } from 'vitest';
import type { StoredJob } from '../../../service/jobs.ts';
import { instanceCommandsForTests, jobOf } from '../../../support/instanceCommands.ts';

const commands = instanceCommandsForTests();

/** Creates job `a` in the instance and in a file. */
async function createJob(): Promise<StoredJob> {
  const { service, folder } = commands();
  await folder.write({ 'job_a.lfjob.json': JSON.stringify(jobOf(service, 'job_a')) });
  return service.jobs.create(jobOf(service, 'job_a'));
}

/** The job, read from the instance now. */
function current({ id }: StoredJob): StoredJob {
  const job = commands().service.jobs.get(id);
  if (job === undefined) throw new Error('The job is gone.');
  return job;
}

describe('lfjob run', () => {
  it('starts the job of a file, once', async () => {
    const job = await createJob();
    expect(await commands().run(['run', 'job_a.lfjob.json'])).toEqual({
      code: 0,
      output: 'Started "job_a".\n',
      errors: '',
    });
    expect(current(job).status).toBe('RUNNING');
    expect(commands().service.requests.of('startJob')).toHaveLength(1);
  });

  it.each<[string, 'SUCCESS' | 'PARTIAL_SUCCESS' | 'FAILED', number, RegExp]>([
    ['succeeds', 'SUCCESS', 0, /"job_a" succeeded after 0 s\./],
    ['partly succeeds', 'PARTIAL_SUCCESS', 1, /"job_a" partly succeeded/],
    ['fails', 'FAILED', 1, /"job_a" failed after 0 s\. No route to the source\./],
  ])('waits for a run that %s', async (_, end, expectedCode, sentence) => {
    const job = await createJob();
    const { service, run } = commands();
    const waiting = run(['run', 'job_a.lfjob.json', '--wait']);
    await expect.poll(() => current(job).status).toBe('RUNNING');
    service.jobs.end(current(job), end, end === 'FAILED' ? 'No route to the source' : undefined);
    const { code, output, errors } = await waiting;
    expect(output + errors).toMatch(sentence);
    expect(code).toBe(expectedCode);
  });

  it('ends the wait when the service rejects the token', async () => {
    const job = await createJob();
    const { service, run, env } = commands();
    const waiting = run(['run', 'job_a.lfjob.json', '--wait']);
    await expect.poll(() => current(job).status).toBe('RUNNING');
    service.tokens.expire(env.LAKEFORMATION_TOKEN ?? '');
    const { code, errors } = await waiting;
    expect(errors).toContain('The status of jobs isn’t updated');
    expect(code).toBe(2);
  });

  it('starts nothing with --dry-run', async () => {
    const job = await createJob();
    const { code, output } = await commands().run(['run', 'job_a.lfjob.json', '--dry-run']);
    expect([code, output]).toEqual([0, `Would start "job_a" (ID ${job.id}).\n`]);
    expect(current(job).status).toBe('CREATED');
  });

  it('reports a job that is running', async () => {
    commands().service.jobs.start(await createJob());
    const { code, output } = await commands().run(['run', 'job_a.lfjob.json']);
    expect([code, output]).toEqual([1, '"job_a" is already running. Stop it before you start it again.\n']);
  });

  it('reports a job that isn’t in the instance', async () => {
    const { service, folder, run } = commands();
    await folder.write({ 'job_a.lfjob.json': JSON.stringify(jobOf(service, 'job_a')) });
    const { code, output } = await run(['run', 'job_a.lfjob.json']);
    expect([code, output]).toEqual([
      2,
      `No job named "job_a" in connection "${service.instanceId}". Submit it first.\n`,
    ]);
  });

  it('asks for the ID where several jobs have the name', async () => {
    const ids = [await createJob(), commands().service.jobs.create(jobOf(commands().service, 'job_a'))].map(
      ({ id }) => id,
    );
    const { code, errors } = await commands().run(['run', 'job_a.lfjob.json']);
    expect([code, errors]).toEqual([
      2,
      `lfjob: Several jobs have this name. Select one with "--id": ${ids.join(', ')}.\n`,
    ]);
  });
});

describe('lfjob stop', () => {
  it('stops a job by its ID', async () => {
    const job = commands().service.jobs.start(await createJob());
    expect(await commands().run(['stop', '--id', job.id])).toEqual({
      code: 0,
      output: 'Stopped "job_a".\n',
      errors: '',
    });
    expect(current(job).status).toBe('STOPPED');
  });

  it('reports a job that isn’t running', async () => {
    await createJob();
    expect(await commands().run(['stop', 'job_a.lfjob.json'])).toMatchObject({
      code: 1,
      output: '"job_a" isn’t running.\n',
    });
  });
});

describe('lfjob status', () => {
  it('shows the state of a job', async () => {
    await createJob();
    const { output } = await commands().run(['status', 'job_a.lfjob.json']);
    expect(output).toBe('job_a: ○ Created, hasn’t run yet\n');
  });

  it('writes it as JSON', async () => {
    const job = commands().service.jobs.end(commands().service.jobs.start(await createJob()), 'SUCCESS');
    const { output } = await commands().run(['status', 'job_a.lfjob.json', '--format', 'json']);
    expect(JSON.parse(output)).toMatchObject({ id: job.id, name: 'job_a', status: 'SUCCESS' });
  });

  it('waits for the end of a run', async () => {
    const job = commands().service.jobs.start(await createJob());
    const waiting = commands().run(['status', 'job_a.lfjob.json', '--wait']);
    await commands().service.requests.waitFor('listJobs', 2);
    commands().service.jobs.end(current(job), 'SUCCESS');
    expect((await waiting).code).toBe(0);
  });
});

describe('lfjob status --wait', () => {
  it.each<['SUCCESS' | 'FAILED', number]>([
    ['SUCCESS', 0],
    ['FAILED', 1],
  ])('exits by the result of a run that has ended: %s', async (end, expectedCode) => {
    commands().service.jobs.end(commands().service.jobs.start(await createJob()), end);
    expect((await commands().run(['status', 'job_a.lfjob.json', '--wait'])).code).toBe(expectedCode);
  });
});

describe('lfjob log', () => {
  it('prints the log without secrets and control sequences', async () => {
    const { service, run } = commands();
    const secret = 'Sw0rdfish-1986!';
    service.jobs.addToLog(service.jobs.start(await createJob()), `INFO \u001b[31mlogged in with ${secret}\u001b[0m\n`);
    const { output } = await run(['log', 'job_a.lfjob.json'], { env: { LFJOB_SECRET_DB: secret } });
    expect(output).toMatch(/^\S+ RUNNING\nINFO logged in with ••••••\n$/);
  });
});

describe('lfjob log of a file', () => {
  it('masks the secrets that are written in it', async () => {
    const { service, folder, run } = commands();
    const secret = 'Sw0rdfish-1986!';
    service.jobs.addToLog(service.jobs.start(await createJob()), `INFO logged in with ${secret}\n`);
    await folder.write({
      'job_a.lfjob.json': JSON.stringify({ ...jobOf(service, 'job_a'), unknown: { password: secret } }),
    });
    expect((await run(['log', 'job_a.lfjob.json'])).output).toContain('INFO logged in with ••••••\n');
  });
});

describe('lfjob history', () => {
  it('lists the runs, the newest first', async () => {
    const { service, run } = commands();
    const job = service.jobs.end(service.jobs.start(await createJob()), 'FAILED', 'No route');
    service.jobs.end(service.jobs.start(job), 'SUCCESS');
    const { output } = await run(['history', 'job_a.lfjob.json', '--format', 'json']);
    expect(JSON.parse(output)).toMatchObject([{ status: 'SUCCESS' }, { status: 'FAILED' }]);
    expect((await run(['history', 'job_a.lfjob.json'])).output).toMatch(/Succeeded +took 0 s · SUCCESS\n.*Failed/);
  });

  it('reports that a job hasn’t run', async () => {
    await createJob();
    expect((await commands().run(['history', 'job_a.lfjob.json'])).output).toBe('"job_a" hasn’t run yet.\n');
  });
});
