import { describe, expect, it } from 'vitest';
import { isObject } from '../../../../language/src/documents/value.ts';
import { instanceCommandsForTests, jobOf } from '../../../support/instanceCommands.ts';

const commands = instanceCommandsForTests();

/** The text of a job. */
function jobText(name: string, description?: string): string {
  return JSON.stringify(jobOf(commands().service, name, description));
}

/** A folder with a job of each kind: new, changed, unchanged, wrong; and an instance with one more. */
async function writeJobs(): Promise<void> {
  const { service, folder } = commands();
  const { jobs } = service;
  jobs.create(jobOf(service, 'kept'));
  jobs.create(jobOf(service, 'changed', 'before'));
  jobs.create(jobOf(service, 'other'));
  await folder.write({
    'a.lfjob.json': jobText('added'),
    'b.lfjob.json': jobText('changed', 'after'),
    'c.lfjob.json': jobText('kept'),
    'd.lfjob.json': '{ "name": "d" }',
  });
}

describe('lfjob plan', () => {
  it('lists what would be created, updated, and left alone, what isn’t ready, and what no file has', async () => {
    await writeJobs();
    const { service, run } = commands();
    const { code, output, errors } = await run(['plan']);
    expect(errors).toBe('');
    expect(code).toBe(1);
    expect(output.replaceAll(/ID: \S+|[0-9a-f-]{36}/g, '…').replaceAll(service.url, 'URL')).toBe(
      [
        'Connection: … (URL), instance …',
        '',
        'Create 1',
        '  added → … (a.lfjob.json)',
        '',
        'Update 1',
        '  changed → … (b.lfjob.json)',
        '    Job: …',
        '    Changes: description',
        '',
        'Unchanged 1',
        '  kept → … (c.lfjob.json)',
        '    Job: …',
        '',
        'Not ready 1',
        '  d.lfjob.json',
        '    Not submitted: the job has 2 errors.',
        '',
        'Only in the instance 1: other',
        '',
        'Run "lfjob check" to list the errors.',
        '',
      ].join('\n'),
    );
  });

  it('writes the same as JSON', async () => {
    await writeJobs();
    const { service, run } = commands();
    const { output } = await run(['plan', '--format', 'json']);
    const plan: unknown = JSON.parse(output);
    expect(plan).toMatchObject({
      version: 1,
      connection: { endpoint: service.url, instanceId: service.instanceId },
      jobs: [
        { path: 'a.lfjob.json', name: 'added', action: 'create' },
        { path: 'b.lfjob.json', name: 'changed', action: 'update', changes: ['description'] },
        { path: 'c.lfjob.json', name: 'kept', action: 'unchanged' },
        { path: 'd.lfjob.json', action: 'notReady' },
      ],
      onlyInInstance: [{ name: 'other', type: 'PERMISSION_MIGRATION', status: 'CREATED' }],
    });
    expect(isObject(plan) && 'problem' in plan).toBe(false);
  });

  it('exits with code 0 if nothing differs', async () => {
    const { service, folder, run } = commands();
    service.jobs.create(jobOf(service, 'kept'));
    await folder.write({ 'a.lfjob.json': jobText('kept') });
    expect(await run(['plan'])).toMatchObject({ code: 0, errors: '' });
  });

  it('only reads', async () => {
    await writeJobs();
    await commands().run(['plan']);
    expect(new Set(commands().service.requests.all.map(({ method }) => method))).toEqual(new Set(['GET']));
  });
});
