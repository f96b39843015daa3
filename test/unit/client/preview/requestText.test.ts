import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { jobRequest } from '../../../../client/src/preview/jobRequest.ts';
import { requestText } from '../../../../client/src/preview/requestText.ts';
import { dev } from '../../../support/connections.ts';
import { updating } from '../../../support/requestBasis.ts';

describe('the preview', () => {
  test('has the line, the headers, the body as is, and its size', async () => {
    const text = '{ "name": "ü",\n"type":"t" }\n';
    expect(requestText(await jobRequest(text, dev))).toBe(
      [
        '# The request that Submit Job sends to connection "dev". It hasn’t been sent.',
        '# Creates a job. You aren’t signed in, so existing jobs weren’t checked.',
        '# Body: 29 bytes. The limit is 12,582,912 (12 MB).',
        `POST https://host/v1/p/instances/i/lf-jobs HTTP/1.1`,
        'Accept: application/json',
        'Content-Type: application/json',
        'X-Auth-Token: ••••••',
        '',
        text,
      ].join('\n'),
    );
  });

  test('of an update has the URL of the job, and no type', async () => {
    const shown = requestText(await jobRequest('{ "name": "n", "type": "t" }', dev, { basis: updating('5f') }));
    expect(shown).toMatch(/^# Updates job 5f, which has this name and type[.] Checked at 11:41[.]$/m);
    expect(shown).toMatch(/^PUT https:\/\/host\/v1\/p\/instances\/i\/lf-jobs\/5f HTTP\/1[.]1$/m);
    expect(shown.split('\n').at(-1)).toBe('{ "name": "n" }');
  });

  test('of a review begins below the list that asks what to do', async () => {
    const basis = { ...updating('5f'), reviewed: { kind: 'create' } } as const;
    expect(requestText(await jobRequest('{ "name": "n", "type": "t" }', dev, { basis }))).toMatch(
      /^(?:#\n){6}# The request that Submit Job sends to connection "dev"[.]/,
    );
  });

  test('without a connection has placeholders', async () => {
    const basis = { kind: 'noConnection', isSelectable: true } as const;
    expect(
      requestText(await jobRequest('{}', undefined, { basis }))
        .split('\n')
        .slice(0, 7),
    ).toEqual([
      '# The request that Submit Job sends. It hasn’t been sent.',
      '# Creates a job. No connection is selected: replace the placeholders, or run Select Connection.',
      '# Body: 2 bytes. The limit is 12,582,912 (12 MB).',
      'POST https://{endpoint}/v1/{project_id}/instances/{instance_id}/lf-jobs HTTP/1.1',
      'Accept: application/json',
      'Content-Type: application/json',
      'X-Auth-Token: ••••••',
    ]);
  });

  test.each([
    ['a password', '{"password":"a"}', '{"password":"••••••"}'],
    ['one that is written with escapes', '{"password":"\\u0061\\/"}', '{"password":"••••••"}'],
    ['one that no API knows', '{"My_Password2":"ab"}', '{"My_Password2":"••••••"}'],
    ['one in a list', '{"secret_key":["ab","cd"]}', '{"secret_key":["••••••","••••••"]}'],
    ['one in an object', '{"password":{"value":"x"}}', '{"password":{"value":"••••••"}}'],
    ['a number, which is not quoted', '{"password":12345}', '{"password":••••••}'],
    ['null', '{"password":null}', '{"password":null}'],
    ['true', '{"password":true}', '{"password":true}'],
    ['an escape beside a reference', '{"a":"\\u0041${env:B}"}', '{"a":"\\u0041${env:B}"}'],
    ['none', '{"password":""}', '{"password":""}'],
    ['a reference, whose value is not known', '{"password":"${secret:DB}"}', '{"password":"${secret:DB}"}'],
    ['a reference with a text beside it', '{"password":"x${secret:DB}"}', '{"password":"••••••"}'],
    ['an escaped reference', '{"description":"$${secret:DB}"}', '{"description":"${secret:DB}"}'],
    [
      'a password in an address',
      '{"jdbc_url":"jdbc:mysql://h/d?user=u&password=ab&useSSL=false"}',
      '{"jdbc_url":"jdbc:mysql://h/d?user=u&password=••••••"}',
    ],
    ['a password before the host', '{"jdbc_url":"jdbc:mysql://u:a@b@h/d"}', '{"jdbc_url":"jdbc:mysql://u:••••••@h/d"}'],
    [
      'a reference before the host',
      '{"jdbc_url":"jdbc:mysql://u:${env:P}@h"}',
      '{"jdbc_url":"jdbc:mysql://u:${env:P}@h"}',
    ],
    [
      'an address that Oracle has',
      '{"jdbc_url":"jdbc:oracle:thin:u/p@//h:1521/s"}',
      '{"jdbc_url":"jdbc:oracle:thin:u/••••••@//h:1521/s"}',
    ],
    [
      'a password behind a reference to one',
      '{"jdbc_url":"jdbc:mysql://h/d?password=${secret:X}&sslpassword=p"}',
      '{"jdbc_url":"jdbc:mysql://h/d?password=${secret:X}&sslpassword=••••••"}',
    ],
    [
      'a text around references',
      '{"jdbc_url":"jdbc:mysql://h/d?password=a${secret:X}b${env:Y}&c"}',
      '{"jdbc_url":"jdbc:mysql://h/d?password=••••••${secret:X}••••••${env:Y}••••••"}',
    ],
  ])('shows of %s: %s', async (_, text, shown) => {
    expect(
      requestText(await jobRequest(text, dev))
        .split('\n')
        .at(-1),
    ).toBe(shown);
  });

  test('has the headers of a signature for access keys, and no part of them', async () => {
    const keys = { accessKey: randomUUID(), secretKey: randomUUID(), securityToken: randomUUID() };
    const credential = { kind: 'accessKey', projectId: 'project', ...keys } as const;
    const shown = requestText(await jobRequest('{}', dev, { credential }));
    expect(shown).toMatch(/^X-Security-Token: ••••••$/m);
    expect(shown).toMatch(/^Authorization: ••••••$/m);
    expect(shown).toMatch(/^X-Sdk-Date: \d{8}T\d{6}Z$/m);
    for (const key of Object.values(keys)) expect(shown).not.toContain(key);
  });

  test('reports if the body is too large', async () => {
    expect(requestText(await jobRequest(JSON.stringify('x'.repeat(12 * 1024 * 1024)), dev))).toContain(
      '# Body: 12,582,914 bytes. The limit is 12,582,912 (12 MB). Split the job.',
    );
  });
});
