import { execFileSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { curlCommand } from '../../../../client/src/preview/curl.ts';
import { jobRequest } from '../../../../client/src/preview/jobRequest.ts';
import { kooCliCommand } from '../../../../client/src/preview/kooCli.ts';
import { requestText } from '../../../../client/src/preview/requestText.ts';
import { runs } from '../../../support/fastCheck.ts';

const connection = {
  name: 'dev',
  region: 'cn-north-4',
  endpoint: 'https://lakeformation.example',
  iamEndpoint: 'https://iam.example',
  projectId: 'project',
  instanceId: 'instance',
};
const url = 'https://lakeformation.example/v1/project/instances/instance/lf-jobs';

/** Runs a script with `curl` and `hcloud` replaced: they print what they are given, a configuration as curl reads it. */
function run(script: string, env: Readonly<Record<string, string>>): string {
  const commands = `curl() { printf '%s\\n' "$@"; cat; }\nhcloud() { printf '%s\\n' "$@"; cat LakeFormation_CreateJobByInstance.json; rm LakeFormation_CreateJobByInstance.json; }\n`;
  const output = execFileSync('sh', ['-c', commands + script], {
    env: { PATH: process.env.PATH, ...env },
    cwd: process.env.TMPDIR ?? '/tmp',
    encoding: 'utf8',
  });
  return output.replace(/^(?:header|data-binary) = "([^\n]*)"$/gm, (_, value: string) => unquoted(value));
}

/** A value in quotes in a configuration of curl (curl man page, --config). */
function unquoted(value: string): string {
  const escapes = new Map([
    ['n', '\n'],
    ['r', '\r'],
    ['t', '\t'],
    ['v', '\v'],
  ]);
  return value.replace(/\\([^])/g, (_, escape: string) => escapes.get(escape) ?? escape);
}

/** Those that a shell may take for its own, control characters, and others. */
const characters = fc.oneof(
  fc.integer({ min: 1, max: 0x2ff }).map((code) => String.fromCodePoint(code)),
  fc.constantFrom(...Array.from(`"'\\$\`\n\r\t密🔑\u2028`)),
);

/** The body in the output of a script: all from the first line that is a brace. */
function bodyOf(output: string): unknown {
  return JSON.parse(output.slice(output.search(/^\{/m)));
}

describe('the preview', () => {
  test('has the line, the headers, the body as it stands, and its size', async () => {
    const text = '{ "name": "ü",\n"type":"t" }\n';
    expect(requestText(await jobRequest(text, connection))).toBe(
      [
        '# What Submit Job sends to connection "dev". This preview sends nothing.',
        '# Body: 29 bytes of the 12,582,912 (12 MB) that the service takes.',
        `POST ${url} HTTP/1.1`,
        'Accept: application/json',
        'Content-Type: application/json',
        'X-Auth-Token: ••••••',
        '',
        text,
      ].join('\n'),
    );
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
      requestText(await jobRequest(text, connection))
        .split('\n')
        .at(-1),
    ).toBe(shown);
  });

  test('has the headers of a signature for access keys, and no part of them', async () => {
    const keys = { accessKey: randomUUID(), secretKey: randomUUID(), securityToken: randomUUID() };
    const credential = { kind: 'accessKey', projectId: 'project', ...keys } as const;
    const shown = requestText(await jobRequest('{}', connection, credential));
    expect(shown).toMatch(/^X-Security-Token: ••••••$/m);
    expect(shown).toMatch(/^Authorization: ••••••$/m);
    expect(shown).toMatch(/^X-Sdk-Date: \d{8}T\d{6}Z$/m);
    for (const key of Object.values(keys)) expect(shown).not.toContain(key);
  });

  test('says when the body is too large', async () => {
    expect(requestText(await jobRequest(JSON.stringify('x'.repeat(12 * 1024 * 1024)), connection))).toContain(
      '# Body: 12,582,914 bytes, more than the 12,582,912 (12 MB) that the service takes. Split the job.',
    );
  });
});

describe('as a cURL command', () => {
  test('a body without secrets is a quoted here-document', async () => {
    expect(curlCommand(await jobRequest('{"name":"it\'s $HOME"}', connection))).toBe(
      [
        '# Set these shell variables first, without exporting them: LAKEFORMATION_TOKEN',
        'curl_config() {',
        String.raw`  sed 's/["\\]/\\&/g; s/.*/header = "&"/' <<HEADERS`,
        'X-Auth-Token: $LAKEFORMATION_TOKEN',
        'HEADERS',
        `  printf 'data-binary = "'`,
        String.raw`  LC_ALL=C sed 's/["\\]/\\&/g' | LC_ALL=C awk '{ printf "%s%s", $0, "\\n" }'`,
        String.raw`  printf '"\n'`,
        '}',
        ': "${LAKEFORMATION_TOKEN:?}" &&',
        `curl_config <<'JSON' | curl --request POST '${url}' \\`,
        "  --header 'Accept: application/json' \\",
        "  --header 'Content-Type: application/json' \\",
        '  --config -',
        '{"name":"it\'s $HOME"}',
        'JSON',
        '',
      ].join('\n'),
    );
  });

  test('references and secrets are shell variables', async () => {
    const secret = randomUUID();
    const text = JSON.stringify({
      a: { password: '${secret:db.main}', access_key: secret },
      jdbc_url: 'jdbc:mysql://${env:DB_HOST}:3306/d',
      again: '${secret:db.main}',
    });
    const command = curlCommand(await jobRequest(text, connection));
    expect(command).not.toContain(secret);
    expect(command.split('\n')[0]).toBe(
      '# Set these shell variables first, without exporting them: LAKEFORMATION_TOKEN, DB_HOST, SECRET_db_main, SECRET_ACCESS_KEY',
    );
    const values = {
      DB_HOST: 'host',
      SECRET_db_main: 'a"b\\c$d`',
      SECRET_ACCESS_KEY: secret,
      LAKEFORMATION_TOKEN: 't',
    };
    const output = run(command, values);
    expect(output).toContain('X-Auth-Token: t\n');
    expect(bodyOf(output)).toEqual({
      a: { password: values.SECRET_db_main, access_key: secret },
      jdbc_url: 'jdbc:mysql://host:3306/d',
      again: values.SECRET_db_main,
    });
  });

  test.each([
    ['of the same name are two', { a: '${env:X}', b: '${secret:X}' }, 'X, SECRET_X'],
    ['that become the same name are two', { a: '${secret:a.b}', b: '${secret:a-b}' }, 'SECRET_a_b, SECRET_a_b_2'],
    ['that are equal are one', { password: 'x', b: { password: 'x' } }, 'SECRET_PASSWORD'],
  ])('variables %s', async (_, job, variables) => {
    expect(curlCommand(await jobRequest(JSON.stringify(job), connection))).toMatch(
      new RegExp(`^# Set these shell variables first, without exporting them: LAKEFORMATION_TOKEN, ${variables}\n`),
    );
  });

  test.each([
    ['tabs', 'a\tb'],
    ['lines', 'a\nb\r\nc'],
    ['lines at the end', 'a\n\n'],
    ['a line alone', '\n'],
    ['quotes and backslashes', '"\\"\\\\n'],
    ['other control characters', '\u0001\b\f\u001f\u007f'],
    ['characters beyond ASCII', 'ü密\u{1f511}\u2028'],
    ['what looks like a number', '0x1F'],
    ['what a shell expands', '$HOME `a` $(b) %s *'],
  ])('a variable may have %s', async (_, value) => {
    const command = curlCommand(await jobRequest('{"password":"${secret:DB}"}', connection));
    expect(bodyOf(run(command, { LAKEFORMATION_TOKEN: 't', SECRET_DB: value }))).toEqual({ password: value });
  });

  test('whatever variables have is sent', async () => {
    const values = fc.sample(fc.string({ unit: characters, minLength: 1 }), { ...runs(30), numRuns: 30 });
    const job = Object.fromEntries(values.map((_, index) => [`v${index}`, `\${secret:V${index}}`]));
    const variables = Object.fromEntries(values.map((text, index) => [`SECRET_V${index}`, text]));
    const command = curlCommand(await jobRequest(JSON.stringify(job), connection));
    const output = run(command, { LAKEFORMATION_TOKEN: 't', ...variables });
    expect(bodyOf(output)).toEqual(Object.fromEntries(values.map((text, index) => [`v${index}`, text])));
  });

  test('a number stays a number, and null stays null', async () => {
    const command = curlCommand(await jobRequest('{"password":12345678901234567890.10,"access_key":null}', connection));
    expect(command).not.toContain('12345');
    const output = run(command, { LAKEFORMATION_TOKEN: 't', SECRET_PASSWORD: '12345678901234567890.10' });
    expect(output).toContain('{"password":12345678901234567890.10,"access_key":null}');
  });

  test('a secret within an object is a variable', async () => {
    const secret = randomUUID();
    const request = await jobRequest(JSON.stringify({ password: { value: secret, list: [secret] } }), connection);
    for (const command of [curlCommand(request), kooCliCommand(request)]) expect(command).not.toContain(secret);
  });

  test('a variable that is not set ends it before anything is sent', async () => {
    const command = curlCommand(await jobRequest('{"password":"${secret:DB}"}', connection));
    expect(() => run(command, { LAKEFORMATION_TOKEN: 't' })).toThrow(/SECRET_DB/);
  });

  test('a shell sends what the document says, whatever that is', async () => {
    const texts = fc.array(
      fc.oneof(
        fc.string({ unit: characters }),
        fc.constantFrom('JSON', '\nJSON\n', '$(a)`b`', "'", '\\', '${env:HOST}'),
      ),
    );
    await fc.assert(
      fc.asyncProperty(texts, async (values) => {
        const sent = values.map((value) => value.replaceAll(/\$(\$\{)/g, '$1').replaceAll('${env:HOST}', 'h'));
        const command = curlCommand(await jobRequest(JSON.stringify(values, null, 1), connection));
        const output = run(command, { LAKEFORMATION_TOKEN: 't', HOST: 'h' });
        expect(JSON.parse(output.slice(output.indexOf('X-Auth-Token: t\n') + 16))).toEqual(sent);
      }),
      { numRuns: 30 },
    );
  });
});

describe('as input of KooCLI', () => {
  test('has the parameters by their place, and the command', async () => {
    expect(kooCliCommand(await jobRequest('{"name":"n"}', connection))).toBe(
      [
        "(umask 077 && cat > LakeFormation_CreateJobByInstance.json) <<'JSON' &&",
        '{',
        '"path": {"project_id":"project","instance_id":"instance"},',
        '"body":',
        '{"name":"n"}',
        '}',
        'JSON',
        "hcloud LakeFormation CreateJobByInstance --cli-region='cn-north-4' --cli-jsonInput=LakeFormation_CreateJobByInstance.json",
        '',
      ].join('\n'),
    );
  });

  test('writes the values of the environment as JSON', async () => {
    const command = kooCliCommand(await jobRequest('{"password":"${secret:DB}"}', connection));
    const value = 'a\tb\r\n"c"\n\n';
    expect(bodyOf(run(command, { SECRET_DB: value }))).toMatchObject({ body: { password: value } });
  });

  test('writes a number as a number', async () => {
    const command = kooCliCommand(await jobRequest('{"password":12345}', connection));
    expect(bodyOf(run(command, { SECRET_PASSWORD: '12345' }))).toMatchObject({ body: { password: 12345 } });
  });

  test('takes secrets from the environment', async () => {
    const secret = randomUUID();
    const command = kooCliCommand(await jobRequest(JSON.stringify({ password: secret }), connection));
    expect(command).not.toContain(secret);
    expect(command).toContain('delete it afterwards');
    expect(bodyOf(run(command, { SECRET_PASSWORD: secret }))).toEqual({
      path: { project_id: 'project', instance_id: 'instance' },
      body: { password: secret },
    });
  });
});
