import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { jobRequest } from '../../../../client/src/preview/jobRequest.ts';
import { kooCliCommand } from '../../../../client/src/preview/kooCli.ts';
import { dev } from '../../../support/connections.ts';
import { updating } from '../../../support/requestBasis.ts';
import { bodyOf, run } from '../../../support/shell.ts';

describe('as input of KooCLI', () => {
  test('has the parameters by their place, and the command', async () => {
    expect(kooCliCommand(await jobRequest('{"name":"n"}', dev))).toBe(
      [
        '# Creates a job. You aren’t signed in, so existing jobs weren’t checked.',
        "(umask 077 && cat > LakeFormation_CreateJobByInstance.json) <<'JSON' &&",
        '{',
        '"path": {"project_id":"p","instance_id":"i"},',
        '"body":',
        '{"name":"n"}',
        '}',
        'JSON',
        "hcloud LakeFormation CreateJobByInstance --cli-region='r' --cli-jsonInput=LakeFormation_CreateJobByInstance.json",
        '',
      ].join('\n'),
    );
  });

  test('an update has the operation and the parameters for one, and no type', async () => {
    const command = kooCliCommand(await jobRequest('{"name":"n","type":"t"}', dev, { basis: updating('5f') }));
    expect(command).toMatch(/^# Updates job 5f, which has this name and type[.]/);
    const output = run(command, {});
    expect(output).toMatch(/^LakeFormation\nUpdateJobByInstance\n/);
    expect(bodyOf(output)).toEqual({
      path: { project_id: 'p', instance_id: 'i', job_id: '5f' },
      body: { name: 'n' },
    });
  });

  test('without a connection, a comment names the placeholders', async () => {
    const basis = { kind: 'noConnection', isSelectable: false } as const;
    const command = kooCliCommand(await jobRequest('{"name":"n"}', undefined, { basis }));
    expect(command.split('\n').slice(0, 2)).toEqual([
      '# Creates a job. There is no connection: replace the placeholders, or run Add Connection.',
      '# Replace: {region}, {project_id}, {instance_id}',
    ]);
    const output = run(command, {});
    expect(output).toContain('--cli-region={region}\n');
    expect(bodyOf(output)).toMatchObject({ path: { project_id: '{project_id}', instance_id: '{instance_id}' } });
  });

  test('writes the values of the environment as JSON', async () => {
    const command = kooCliCommand(await jobRequest('{"password":"${secret:DB}"}', dev));
    const value = 'a\tb\r\n"c"\n\n';
    expect(bodyOf(run(command, { SECRET_DB: value }))).toMatchObject({ body: { password: value } });
  });

  test('writes a number as a number', async () => {
    const command = kooCliCommand(await jobRequest('{"password":12345}', dev));
    expect(bodyOf(run(command, { SECRET_PASSWORD: '12345' }))).toMatchObject({ body: { password: 12345 } });
  });

  test('takes secrets from the environment', async () => {
    const secret = randomUUID();
    const command = kooCliCommand(await jobRequest(JSON.stringify({ password: secret }), dev));
    expect(command).not.toContain(secret);
    expect(command).toContain('Delete it afterwards');
    expect(bodyOf(run(command, { SECRET_PASSWORD: secret }))).toEqual({
      path: { project_id: 'p', instance_id: 'i' },
      body: { password: secret },
    });
  });
});
