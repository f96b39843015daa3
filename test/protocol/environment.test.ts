import { afterEach, describe, expect, test } from 'vitest';
import type { ClientCapabilities } from 'vscode-languageserver-protocol';
import { jobWithProperties } from '../support/jobs.ts';
import { startLanguageServer, type LanguageServer } from '../support/languageServer.ts';

const codeAction = { codeActionLiteralSupport: { codeActionKind: { valueSet: ['quickfix'] } } };

const pulling: ClientCapabilities = {
  textDocument: { diagnostic: {}, codeAction },
  workspace: {
    configuration: true,
    didChangeConfiguration: { dynamicRegistration: true },
    diagnostics: { refreshSupport: true },
  },
};

const job = jobWithProperties('job', '"name": "nightly_job"');
/** Another job of the same name. */
const namesake = jobWithProperties('job', '"name": "nightly_job", "description": "Another one"');
const newerJob = jobWithProperties('permission_migration_parameter', '"policy_type": "HDFS"');

let server: LanguageServer;
afterEach(async () => server.stop());

async function open(name: string, text: string): Promise<{ readonly uri: string }> {
  const uri = `test:/${name}.lfjob.json`;
  await server.notify('textDocument/didOpen', { textDocument: { uri, languageId: 'lfjob', version: 1, text } });
  return { uri };
}

async function codes(textDocument: { readonly uri: string }): Promise<unknown[]> {
  const report = await server.request('textDocument/diagnostic', { textDocument });
  return Array.from(JSON.stringify(report).matchAll(/"code":"([\w-]+)"/g), ([, code]) => code);
}

describe('a client that answers for its configuration', () => {
  test('sets the severities, and is asked to pull again when they change', async () => {
    let setting: unknown = { 'newer-edition': 'off' };
    server = await startLanguageServer('in-process', pulling, {
      'workspace/configuration': () => [setting],
    });
    const document = await open('a', newerJob);
    await expect.poll(async () => codes(document)).toEqual([]);
    const refreshed = server.nextRequest('workspace/diagnostic/refresh');
    setting = {};
    await server.notify('workspace/didChangeConfiguration', { settings: null });
    await refreshed;
    expect(await codes(document)).toEqual(['newer-edition']);
  });

  test('gets one message about what is wrong with the setting', async () => {
    server = await startLanguageServer('in-process', pulling, {
      'workspace/configuration': () => [{ 'newer-editon': 'off' }],
    });
    const messages: unknown[] = [];
    server.onNotification('window/showMessage', (message) => messages.push(message));
    await server.notify('workspace/didChangeConfiguration', { settings: null });
    await server.notify('workspace/didChangeConfiguration', { settings: null });
    const document = await open('a', newerJob);
    await expect
      .poll(() => messages)
      .toEqual([
        {
          type: 2,
          message: '"lakeformation.rules": unknown rule "newer-editon". Did you mean "newer-edition"?',
        },
      ]);
    expect(await codes(document)).toEqual(['newer-edition']);
  });

  test('learns of two jobs with one name for one instance, and of the end of that', async () => {
    server = await startLanguageServer('in-process', pulling);
    const first = await open('first', job);
    expect(await codes(first)).toEqual([]);
    const refreshed = server.nextRequest('workspace/diagnostic/refresh');
    const second = await open('second', namesake);
    expect(await codes(second)).toEqual(['repeated-job-name']);
    await refreshed;
    expect(await codes(first)).toEqual(['repeated-job-name']);
    const refreshedAgain = server.nextRequest('workspace/diagnostic/refresh');
    await server.notify('textDocument/didClose', { textDocument: second });
    await refreshedAgain;
    expect(await codes(first)).toEqual([]);
  });

  test('sends the connection, with which the instance is compared', async () => {
    server = await startLanguageServer('in-process', pulling);
    const document = await open('a', job);
    expect(await codes(document)).toEqual([]);
    const refreshed = server.nextRequest('workspace/diagnostic/refresh');
    await server.notify('lfjob/didChangeConnection', { connection: { name: 'prod', instanceId: 'another-instance' } });
    await refreshed;
    expect(await codes(document)).toEqual(['instance-mismatch']);
    await server.notify('lfjob/didChangeConnection', { connection: null });
    expect(await codes(document)).toEqual([]);
  });

  test('sends the connection of each folder', async () => {
    server = await startLanguageServer('in-process', pulling);
    const [inProd, inNone] = [await open('prod/job', job), await open('none/job', jobWithProperties('job', ''))];
    const connection = { name: 'prod', instanceId: 'another-instance' };
    await server.notify('lfjob/didChangeConnection', {
      connection: null,
      folders: [
        { uri: 'test:/prod', connection },
        { uri: 'test:/none', connection: null },
      ],
    });
    expect(await codes(inProd)).toEqual(['instance-mismatch']);
    expect(await codes(inNone)).toEqual([]);
  });

  test('sends the rules of each folder, which count before the setting', async () => {
    server = await startLanguageServer('in-process', pulling, {
      'workspace/configuration': () => [{ 'newer-edition': 'error' }],
    });
    const [inside, outside] = [await open('jobs/job', newerJob), await open('job', newerJob)];
    const refreshed = server.nextRequest('workspace/diagnostic/refresh');
    await server.notify('lfjob/didChangeFolderRules', {
      folders: [{ uri: 'test:/jobs/', rules: { 'newer-edition': 'off' } }],
    });
    await refreshed;
    expect(await codes(inside)).toEqual([]);
    expect(await codes(outside)).toEqual(['newer-edition']);
  });

  test('has a text checked by the setting, also by one that is on its way', async () => {
    let answer = (): void => undefined;
    const answered = new Promise<void>((resolve) => (answer = resolve));
    server = await startLanguageServer('in-process', pulling, {
      'workspace/configuration': async () => answered.then(() => [{ 'newer-edition': 'error' }]),
    });
    const result = server.request('lfjob/check', { text: newerJob });
    // A client that takes its time keeps no other request waiting.
    expect(await codes(await open('a', job))).toEqual([]);
    answer();
    expect(await result).toEqual({ errors: 1, warnings: [] });
  });

  test('has a text checked against the connection of its document', async () => {
    server = await startLanguageServer('in-process', pulling, {
      'workspace/configuration': () => [{ 'instance-mismatch': 'error' }],
    });
    const document = await open('prod/job', job);
    const folders = [{ uri: 'test:/prod', connection: { name: 'prod', instanceId: 'another-instance' } }];
    await server.notify('lfjob/didChangeConnection', { connection: null, folders });
    const check = async (params: object): Promise<unknown> => server.request('lfjob/check', { text: job, ...params });
    expect(await check(document)).toEqual({ errors: 1, warnings: [] });
    expect(await check({})).toEqual({ errors: 0, warnings: [] });
  });
});

test('a client that answers for its configuration is asked, even if it takes no registrations', async () => {
  server = await startLanguageServer(
    'in-process',
    { textDocument: { diagnostic: {} }, workspace: { configuration: true } },
    { 'workspace/configuration': () => [{ 'newer-edition': 'off' }] },
  );
  const document = await open('a', newerJob);
  await expect.poll(async () => codes(document)).toEqual([]);
});

test('a client that only pushes its configuration sets the severities too', async () => {
  server = await startLanguageServer('in-process', { textDocument: { diagnostic: {} } });
  const document = await open('a', newerJob);
  await server.notify('workspace/didChangeConfiguration', {
    settings: { lakeformation: { rules: { 'newer-edition': 'off' } } },
  });
  expect(await codes(document)).toEqual([]);
});

test('a client that gets its diagnostics pushed gets them again when another document concerns them', async () => {
  server = await startLanguageServer('in-process');
  const published = new Map<string, string>();
  server.onNotification('textDocument/publishDiagnostics', (params) => {
    const text = JSON.stringify(params);
    published.set(/"uri":"([^"]+)"/.exec(text)?.[1] ?? '', text);
  });
  const first = await open('first', job);
  await open('second', namesake);
  await expect.poll(() => published.get(first.uri)).toContain('repeated-job-name');
});

const otherInstance = '0f1e2d3c-42b8-4947-b20b-adfc53981a25';

test('suggestions know the connection and the other open jobs', async () => {
  server = await startLanguageServer('in-process', pulling);
  await server.notify('lfjob/didChangeConnection', { connection: { name: 'prod', instanceId: otherInstance } });
  await open('other', jobWithProperties('metadata_discovery_parameter', '"target_catalog": "gold"'));
  const textDocument = await open(
    'a',
    '{"parameter":{"metadata_discovery_parameter":{\n"instance_id":"",\n"target_catalog":""}}}',
  );
  const labelsIn = async (line: number, character: number): Promise<string> =>
    JSON.stringify(await server.request('textDocument/completion', { textDocument, position: { line, character } }));
  expect(await labelsIn(1, 15)).toContain(otherInstance);
  expect(await labelsIn(2, 18)).toContain('"label":"gold"');
});

describe('code actions and inlay hints', () => {
  test('come over the wire', async () => {
    server = await startLanguageServer('in-process', {
      textDocument: { codeAction },
      workspace: { workspaceEdit: { snippetEditSupport: true, documentChanges: true } },
    });
    const textDocument = await open(
      'a',
      jobWithProperties('metadata_migration_parameter', '"datasource_parameter": {}'),
    );
    const range = { start: { line: 0, character: 0 }, end: { line: 40, character: 0 } };
    const actions = await server.request('textDocument/codeAction', {
      textDocument,
      range,
      context: { diagnostics: [], only: ['quickfix'] },
    });
    expect(JSON.stringify(actions)).toContain('jdbc:mysql://${1:');
    const schedule = await open(
      'b',
      jobWithProperties(
        'metadata_discovery_parameter',
        '"execute_strategy": "SCHEDULE", "execute_frequency": "HOURLY", "execute_minute": "5"',
      ),
    );
    const hints = await server.request('textDocument/inlayHint', { textDocument: schedule, range });
    expect(hints).toMatchObject([{ label: 'every hour at minute 5' }]);
  });
});

describe('secrets', () => {
  const openWithPassword = async (password: string): Promise<{ readonly uri: string }> =>
    open('a', `{"parameter":{"metadata_migration_parameter":{"datasource_parameter":{\n"password": "${password}"}}}}`);
  const position = { line: 1, character: 15 };

  test('that the client stores are known by their names', async () => {
    server = await startLanguageServer('in-process', pulling);
    const textDocument = await openWithPassword('${secret:ELSEWHERE}');
    await server.notify('lfjob/didChangeSecrets', { names: ['HIVE_LAKE'] });
    const list = await server.request('textDocument/completion', { textDocument, position });
    expect(JSON.stringify(list)).toContain('"label":"${secret:HIVE_LAKE}"');
    const hover = async (): Promise<string> =>
      JSON.stringify(await server.request('textDocument/hover', { textDocument, position }));
    expect(await hover()).toContain('It isn’t stored yet');
    await server.notify('lfjob/didChangeSecrets', { names: ['ELSEWHERE'] });
    expect(await hover()).toContain('It’s stored.');
  });

  test.each([
    ['has the commands', { commands: ['lakeformation.moveSecret', 'lakeformation.explainVariable'] }, 2, 2],
    ['has none', undefined, 1, 0],
  ])('are moved where the client %s', async (_, options, actions, commands) => {
    server = await startLanguageServer('in-process', pulling, {}, options);
    const textDocument = await openWithPassword('not a secret');
    const offered = await server.request('textDocument/codeAction', {
      textDocument,
      range: { start: position, end: position },
      context: { diagnostics: [], only: ['quickfix'] },
    });
    const text = JSON.stringify(offered);
    expect(offered).toHaveLength(actions);
    expect(Array.from(text.matchAll(/"command":"lakeformation/g))).toHaveLength(commands);
    expect(text).not.toContain('not a secret');
  });
});

test.each([
  ['a client that has it', { ruleUri: 'rules:/{code}.md' }, /"href":"rules:\/newer-edition\.md"/],
  ['another client', undefined, /"href":"https:[^"]*#newer-edition"/],
])('diagnostics link to the documentation of their rule: %s', async (_, options, href) => {
  const capabilities = { textDocument: { diagnostic: { codeDescriptionSupport: true } } };
  server = await startLanguageServer('in-process', capabilities, {}, options);
  const textDocument = await open('a', newerJob);
  expect(JSON.stringify(await server.request('textDocument/diagnostic', { textDocument }))).toMatch(href);
});
