import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { addConnection } from '../../../../client/src/commands/addConnection.ts';
import { documented, iamErrors } from '../../../service/answers.ts';
import { instanceOf } from '../../../service/instances.ts';
import { projectOf } from '../../../service/projects.ts';
import { startService, type LocalService } from '../../../service/service.ts';
import { fetchWithHost } from '../../../support/fetchWithHost.ts';
import { line, type Answers } from '../../../support/prompts.ts';
import { openWindow, type SubmitWindow } from '../../../support/submitWindow.ts';

const region = 'cn-north-4';
const user = { domain: 'company', name: 'engineer', password: randomUUID() };
const job = JSON.stringify({
  name: 'job_1',
  type: 'METADATA_DISCOVERY',
  parameter: {
    metadata_discovery_parameter: {
      target_catalog: 'sales',
      target_database: 'raw',
      conflict_strategy: 'UPSERT',
      data_location: 'obs://sales/raw',
      log_location: 'obs://sales/logs',
      file_discovery_type: 'PARQUET',
      rediscovery_policy: 'FULL_DISCOVERY',
      execute_strategy: 'MANNUAL',
      instance_id: '2180518f-42b8-4947-b20b-adfc53981a25',
    },
  },
});
const back = { kind: 'back' } as const;

let service: LocalService;

beforeEach(async () => {
  service = await startService();
  service.tokens.addUser(user);
  const { projectId, projects } = service;
  projects.splice(0, projects.length, projectOf(projectId, region), projectOf(randomUUID(), 'cn-east-3'));
});

afterEach(async () => service.close());

/** Sends what is for the region's addresses to the local service. */
async function fetchInRegion(url: string, init: RequestInit): Promise<Response> {
  const inRegion = /^https:\/\/(?:iam|lakeformation)\.cn-north-4\.myhuaweicloud\.com/;
  const isSigned = new Headers(init.headers).has('Authorization');
  if (isSigned && inRegion.test(url)) return fetchWithHost(url, service.url, init);
  return fetch(url.replace(inRegion, service.url), init);
}

/** The number in a row of the table in the documentation. */
function documentedInteractions(way: string): number {
  const page = readFileSync(new URL('../../../../docs/submitting.md', import.meta.url), 'utf8');
  const [, count] = new RegExp(`^\\| ${way} \\| (\\d+) \\|$`, 'm').exec(page) ?? [];
  return Number(count);
}

/** A window without a connection. */
function world(answers: Answers, connections: unknown = []): SubmitWindow {
  return openWindow(service, { answers, connections, text: job, fetch: fetchInRegion });
}

async function added(...replies: NonNullable<Answers['replies']>): Promise<SubmitWindow> {
  const window = world({ replies });
  await addConnection(window.services)();
  return window;
}

/** Everything that a user had to answer. */
function questions({ prompts }: SubmitWindow): string[] {
  return prompts.shown.filter((shown) => /^(?:ask|pick|input|secret|confirm|choose)\b/.test(shown));
}

function written({ services }: SubmitWindow): unknown {
  return services.connectionsSetting.read();
}

const iamUser = ['IAM user', user.domain, user.name, user.password];

describe('from Submit Job without a connection to the created job', () => {
  /** Submit Job, and then each question. */
  const interactions = (window: SubmitWindow): number => questions(window).length + 1;

  test('an IAM user has 9 interactions', async () => {
    const window = world({ replies: ['CN North-Beijing4', ...iamUser, 'lakeformation', 'No'], confirm: true });
    await window.submit();
    expect(service.jobs.all).toHaveLength(1);
    expect([interactions(window), documentedInteractions('IAM user')]).toEqual([9, 9]);
    expect(questions(window)).toEqual([
      line('ask 1/4', 'Add Connection', '[]', 'CN North-Beijing4'),
      'ask 2/4: Add Connection: [] IAM user, Access keys, Paste a token, $(gear) Advanced',
      'ask 3/7: Add Connection: []',
      'ask 4/7: Add Connection: []',
      'ask 5/7: Add Connection: []',
      'ask 6/7: Add Connection: [] lakeformation',
      'ask 7/7: Add Connection: [no] No, Yes, $(edit) Change Name',
      line('choose', 'job_1'),
    ]);
    expect(written(window)).toEqual([
      { name: 'lakeformation', region, projectId: service.projectId, instanceId: service.instanceId },
    ]);
  });

  test('access keys have 9, and are only used to sign', async () => {
    const { accessKey, secretKey } = service.accessKeys.issue();
    const window = world({
      replies: [region, 'Access keys', accessKey, secretKey, '', 'lakeformation', 'No'],
      confirm: true,
    });
    await window.submit();
    expect(service.jobs.all).toHaveLength(1);
    expect([interactions(window), documentedInteractions('Access keys')]).toEqual([9, 9]);
    expect(JSON.stringify(service.requests.all)).not.toContain(secretKey);
  });

  test('a token that is pasted into the list of ways has 6, and goes to IAM and LakeFormation only', async () => {
    const token = service.tokens.issue();
    const window = world({ replies: [region, token, 'lakeformation', 'No'], confirm: true });
    await window.submit();
    expect(service.jobs.all).toHaveLength(1);
    expect([interactions(window), documentedInteractions('Token')]).toEqual([6, 6]);
    expect(service.requests.all.map(({ operation }) => operation)).toEqual([
      'showToken',
      'listInstances',
      'listJobs',
      'createJob',
    ]);
    expect(window.prompts.shown.join('\n')).not.toContain(token);
  });
});

describe('the project', () => {
  const main = 'Signed in as engineer · project cn-north-4 · 1 instance.';

  test('is taken without a question if one fits the region, and the sign-in shows which', async () => {
    const { prompts } = await added(region, ...iamUser, 'lakeformation', 'No');
    expect(prompts.placeholders).toContain(`${main} Select the instance, or enter its ID`);
    expect(prompts.shown.at(-1)).toBe(
      `info: ${main} Keep the password in the secret storage and renew the token automatically? [Keep Password]`,
    );
  });

  test('is selected where several fit: those of the region first', async () => {
    service.projects.unshift(projectOf(randomUUID(), 'cn-north-4_sales'));
    const window = await added(region, ...iamUser, 'cn-north-4', 'lakeformation', 'No');
    expect(window.prompts.shown).toContainEqual('ask 6/8: Add Connection: [] cn-north-4, cn-north-4_sales, cn-east-3');
    expect(written(window)).toMatchObject([{ projectId: service.projectId }]);
  });

  test('is entered if IAM doesn’t list them, which is reported', async () => {
    service.faults.next('listProjects', { kind: 'answer', answer: { status: 403, body: {} } });
    const window = await added(region, ...iamUser, service.projectId, 'lakeformation', 'No');
    expect(window.prompts.shown).toContainEqual(line('warn', 'list projects (403)', 'Enter the project ID'));
    expect(written(window)).toMatchObject([{ projectId: service.projectId }]);
  });

  test('and the instance are those of a console URL', async () => {
    const other = randomUUID();
    service.instances.push(instanceOf(other, { name: 'sales' }));
    const url = `https://console.huaweicloud.com/lakeformation/?region=${region}#/instances/${other}/overview`;
    const { prompts } = await added(url, ...iamUser);
    expect(prompts.shown).toContain(`ask 6/7: Add Connection: [${other}] lakeformation, sales`);
  });
});

describe('the instance', () => {
  test('is selected by name, the default one first', async () => {
    const id = randomUUID();
    service.instances.unshift(instanceOf(id, { name: 'sales' }));
    const window = await added(region, ...iamUser, 'sales', 'Yes');
    expect(window.prompts.shown).toContain('ask 6/7: Add Connection: [] lakeformation, sales');
    expect(written(window)).toMatchObject([{ name: 'sales', instanceId: id, production: true }]);
  });

  test('is entered if they can’t be listed, which is reported', async () => {
    service.faults.next('listInstances', { kind: 'answer', answer: documented.noPermission });
    const window = await added(region, ...iamUser, service.instanceId, 'No');
    expect(window.prompts.shown).toContainEqual(line('warn', 'instances of this project (403)'));
    expect(written(window)).toMatchObject([{ name: region, instanceId: service.instanceId }]);
  });
});

describe('credentials that aren’t accepted', () => {
  test('of an IAM user: the password alone is asked again, and was sent once', async () => {
    const wrong = randomUUID();
    const window = await added(region, 'IAM user', user.domain, user.name, wrong, user.password, 'lakeformation', 'No');
    expect(questions(window)[5]).toMatch(/^ask 5\/7: Add Connection: \[\] \(Sign-in failed \(401\)/);
    expect(service.requests.of('createToken')).toHaveLength(3);
    expect(written(window)).toHaveLength(1);
    expect(window.prompts.shown.join('\n')).not.toContain(wrong);
  });

  test('of access keys: they are asked again from the first, with what was entered', async () => {
    const key = service.accessKeys.issue();
    const window = await added(
      'local',
      '$(gear) Advanced',
      service.url,
      service.url,
      ...['Access keys', key.accessKey, randomUUID(), '', key.accessKey, key.secretKey, '', service.projectId],
      ...['lakeformation', 'No'],
    );
    expect(window.prompts.shown).toContainEqual(
      line('ask 5/9', `[${key.accessKey}]`, '(The access keys weren’t accepted (401)'),
    );
    expect(written(window)).toMatchObject([{ endpoint: service.url, iamEndpoint: service.url }]);
  });

  test.each([
    ['IAM doesn’t know', () => randomUUID().repeat(3), 'wasn’t accepted (401)'],
    ['is for the account', () => service.tokens.issue('account'), 'scoped to the account'],
  ])('of a token that %s: it is asked again', async (_, issue, reason) => {
    const window = await added(region, issue(), service.tokens.issue(), 'lakeformation', 'No');
    expect(window.prompts.shown).toContainEqual(line('ask 3/5', '[]', reason));
    expect(written(window)).toHaveLength(1);
  });

  test('because IAM can’t be reached keep the password in the box', async () => {
    service.faults.next('createToken', { kind: 'cut', when: 'before' });
    const { prompts } = await added(region, ...iamUser);
    expect(prompts.shown.at(-1)).toMatch(/^ask 5\/7: Add Connection: \[••••\] \(/);
  });
});

describe('going back', () => {
  test('keeps what was entered', async () => {
    const { prompts } = await added(region, 'IAM user', 'company', 'enginer', back, back, back, 'IAM user');
    expect(prompts.shown.slice(4)).toEqual([
      'ask 5/7: Add Connection: []',
      'ask 4/7: Add Connection: [enginer]',
      'ask 3/7: Add Connection: [company]',
      'ask 2/7: Add Connection: [user] IAM user, Access keys, Paste a token, $(gear) Advanced',
      'ask 3/7: Add Connection: [company]',
    ]);
  });

  test('from the instance leads to the sign-in', async () => {
    const { prompts } = await added(region, ...iamUser, back);
    expect(prompts.shown.at(-1)).toBe('ask 5/7: Add Connection: [••••]');
  });

  test('and to another region sends no secret there', async () => {
    const { prompts } = await added(
      region,
      ...iamUser,
      back,
      back,
      back,
      back,
      back,
      'cn-east-3',
      ...iamUser.slice(0, 3),
    );
    expect(prompts.shown.at(-1)).toBe('ask 5/7: Add Connection: []');
  });
});

describe('the name', () => {
  test('can be changed on the last step', async () => {
    const window = await added(region, ...iamUser, 'lakeformation', '$(edit) Change Name', 'dev', 'No');
    expect(written(window)).toMatchObject([{ name: 'dev' }]);
  });

  test('isn’t that of another connection', async () => {
    const window = world({ replies: [region, ...iamUser, 'lakeformation', 'No'] }, [{ name: 'lakeformation' }]);
    await addConnection(window.services)();
    expect(written(window)).toMatchObject([{ name: 'lakeformation' }, { name: `lakeformation ${region}` }]);
  });
});

describe('the password', () => {
  test('is kept only if the user selects that', async () => {
    for (const [buttons, isKept] of [
      [{}, false],
      [{ 'Signed in': 'Keep Password' }, true],
    ] as const) {
      const window = world({ replies: [region, ...iamUser, 'lakeformation', 'No'], buttons });
      await addConnection(window.services)();
      await expect.poll(() => [...window.secrets.entries.values()].join().includes(user.password)).toBe(isKept);
    }
  });

  test('and the token are in memory only until the connection is written', async () => {
    const { secrets } = await added(region, ...iamUser, 'lakeformation');
    expect(secrets.entries.size).toBe(0);
  });

  test('is refused in words that don’t have it', async () => {
    const answer = { ...iamErrors.wrongPassword, body: { error: { code: 401, message: `No ${user.password}` } } };
    service.faults.next('createToken', { kind: 'answer', answer });
    const { prompts } = await added(region, ...iamUser);
    expect(prompts.shown.at(-1)).toContain('401');
    expect(prompts.shown.join('\n')).not.toContain(user.password);
  });
});

describe('the setting', () => {
  const answers = { replies: [region, ...iamUser, 'lakeformation', 'No'] };

  test('keeps its other entries, and is unchanged when the user leaves', async () => {
    const window = world(answers, [{ name: 'half' }, 7]);
    await addConnection(window.services)();
    expect(written(window)).toEqual([{ name: 'half' }, 7, expect.objectContaining({ region })]);
    const left = world({ replies: answers.replies.slice(0, -1) }, [7]);
    await addConnection(left.services)();
    expect(written(left)).toEqual([7]);
  });

  test('isn’t overwritten if it isn’t an array', async () => {
    const window = world(answers, { name: 'dev' });
    await addConnection(window.services)();
    expect(written(window)).toEqual({ name: 'dev' });
    expect(window.prompts.shown.at(-1)).toEqual(line('error', 'Couldn’t save the connection', '[Open Settings]'));
  });

  test.each([
    ['is tried again', 'Try Again', 1, []],
    ['can be opened', 'Open Settings', 0, ['settings: lakeformation.connections']],
  ])('that can’t be written %s', async (_, button, count, opened) => {
    const { services, prompts } = world({ ...answers, buttons: { 'Couldn’t write the user settings': button } });
    let failures = 1;
    const setting = services.connectionsSetting;
    const write = async (entries: readonly unknown[]): Promise<void> => {
      failures -= 1;
      if (failures >= 0) throw new Error('The file has unsaved changes.');
      return setting.write(entries);
    };
    await addConnection({ ...services, connectionsSetting: { ...setting, write } })();
    expect(setting.read()).toHaveLength(count);
    expect(prompts.opened).toEqual(opened);
  });
});

describe('the choice of the folder', () => {
  const answers = { replies: [region, ...iamUser, 'lakeformation', 'No'] };
  const entry = { region, projectId: 'p', instanceId: 'i' };

  test.each([
    ['stays', [{ name: 'dev', ...entry }], 'dev'],
    ['is the new one where there was none', ['dev', 'prod'].map((name) => ({ name, ...entry })), 'lakeformation'],
  ])('%s', async (_, connections, expected) => {
    const { services } = world(answers, connections);
    await addConnection(services)();
    expect(services.connections.known()?.name).toBe(expected);
  });
});
