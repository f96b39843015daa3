import { randomUUID } from 'node:crypto';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { curlCommand } from '../../../../client/src/preview/curl.ts';
import { jobRequest } from '../../../../client/src/preview/jobRequest.ts';
import { kooCliCommand } from '../../../../client/src/preview/kooCli.ts';
import { dev } from '../../../support/connections.ts';
import { runs } from '../../../support/fastCheck.ts';
import { updating } from '../../../support/requestBasis.ts';
import { bodyOf, run } from '../../../support/shell.ts';

/** Those that a shell may take for its own, control characters, and others. */
const characters = fc.oneof(
  fc.integer({ min: 1, max: 0x2ff }).map((code) => String.fromCodePoint(code)),
  fc.constantFrom(...Array.from(`"'\\$\`\n\r\t密🔑\u2028`)),
);

describe('as a cURL command', () => {
  test('a body without secrets is a quoted here-document', async () => {
    expect(curlCommand(await jobRequest('{"name":"it\'s $HOME"}', dev))).toBe(
      [
        '# Creates a job. You aren’t signed in, so existing jobs weren’t checked.',
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
        `curl_config <<'JSON' | curl --request POST 'https://host/v1/p/instances/i/lf-jobs' \\`,
        "  --header 'Accept: application/json' \\",
        "  --header 'Content-Type: application/json' \\",
        '  --config -',
        '{"name":"it\'s $HOME"}',
        'JSON',
        '',
      ].join('\n'),
    );
  });

  test('an update goes to the URL of the job, without its type', async () => {
    const command = curlCommand(await jobRequest('{"name":"n","type":"t"}', dev, { basis: updating('5f') }));
    expect(command).toMatch(/^# Updates job 5f, which has this name and type[.]/);
    const output = run(command, { LAKEFORMATION_TOKEN: 't' });
    expect(output).toMatch(/^--request\nPUT\nhttps:\/\/host\/v1\/p\/instances\/i\/lf-jobs\/5f\n/m);
    expect(bodyOf(output)).toEqual({ name: 'n' });
  });

  test('without a connection, the instance is in shell variables', async () => {
    const basis = { kind: 'noConnection', isSelectable: true } as const;
    const command = curlCommand(await jobRequest('{"name":"${env:LAKEFORMATION_PROJECT_ID}"}', undefined, { basis }));
    expect(command.split('\n')[1]).toBe(
      '# Set these shell variables first, without exporting them: LAKEFORMATION_TOKEN, LAKEFORMATION_ENDPOINT, LAKEFORMATION_PROJECT_ID, LAKEFORMATION_INSTANCE_ID',
    );
    const values = { LAKEFORMATION_TOKEN: 't', LAKEFORMATION_ENDPOINT: 'h', LAKEFORMATION_PROJECT_ID: 'p' };
    expect(run(command, { ...values, LAKEFORMATION_INSTANCE_ID: 'i' })).toMatch(
      /^https:\/\/h\/v1\/p\/instances\/i\/lf-jobs$/m,
    );
    expect(() => run(command, values)).toThrow(/LAKEFORMATION_INSTANCE_ID/);
  });

  test('an ID of the service can’t end the comment', async () => {
    const command = curlCommand(await jobRequest('{"name":"n"}', dev, { basis: updating("'\r\n\u2028touch x\n") }));
    expect(command.split('\n')[1]).toMatch(/^# Set these/);
    expect(run(command, { LAKEFORMATION_TOKEN: 't' })).toContain("/lf-jobs/'%0D%0A");
  });

  test('references and secrets are shell variables', async () => {
    const secret = randomUUID();
    const text = JSON.stringify({
      a: { password: '${secret:db.main}', access_key: secret },
      jdbc_url: 'jdbc:mysql://${env:DB_HOST}:3306/d',
      again: '${secret:db.main}',
    });
    const command = curlCommand(await jobRequest(text, dev));
    expect(command).not.toContain(secret);
    expect(command.split('\n')[1]).toBe(
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
    expect(curlCommand(await jobRequest(JSON.stringify(job), dev))).toMatch(
      new RegExp(
        `^# Set these shell variables first, without exporting them: LAKEFORMATION_TOKEN, ${variables}\n`,
        'm',
      ),
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
    const command = curlCommand(await jobRequest('{"password":"${secret:DB}"}', dev));
    expect(bodyOf(run(command, { LAKEFORMATION_TOKEN: 't', SECRET_DB: value }))).toEqual({ password: value });
  });

  test('whatever variables have is sent', async () => {
    const values = fc.sample(fc.string({ unit: characters, minLength: 1 }), { ...runs(30), numRuns: 30 });
    const job = Object.fromEntries(values.map((_, index) => [`v${index}`, `\${secret:V${index}}`]));
    const variables = Object.fromEntries(values.map((text, index) => [`SECRET_V${index}`, text]));
    const command = curlCommand(await jobRequest(JSON.stringify(job), dev));
    const output = run(command, { LAKEFORMATION_TOKEN: 't', ...variables });
    expect(bodyOf(output)).toEqual(Object.fromEntries(values.map((text, index) => [`v${index}`, text])));
  });

  test('a number stays a number, and null stays null', async () => {
    const command = curlCommand(await jobRequest('{"password":12345678901234567890.10,"access_key":null}', dev));
    expect(command).not.toContain('12345');
    const output = run(command, { LAKEFORMATION_TOKEN: 't', SECRET_PASSWORD: '12345678901234567890.10' });
    expect(output).toContain('{"password":12345678901234567890.10,"access_key":null}');
  });

  test('a secret within an object is a variable', async () => {
    const secret = randomUUID();
    const request = await jobRequest(JSON.stringify({ password: { value: secret, list: [secret] } }), dev);
    for (const command of [curlCommand(request), kooCliCommand(request)]) expect(command).not.toContain(secret);
  });

  test('a variable that isn’t set ends it before anything is sent', async () => {
    const command = curlCommand(await jobRequest('{"password":"${secret:DB}"}', dev));
    expect(() => run(command, { LAKEFORMATION_TOKEN: 't' })).toThrow(/SECRET_DB/);
  });

  test('a shell sends the content of the document, whatever that is', async () => {
    const texts = fc.array(
      fc.oneof(
        fc.string({ unit: characters }),
        fc.constantFrom('JSON', '\nJSON\n', '$(a)`b`', "'", '\\', '${env:HOST}'),
      ),
    );
    await fc.assert(
      fc.asyncProperty(texts, async (values) => {
        const sent = values.map((value) => value.replaceAll(/\$(\$\{)/g, '$1').replaceAll('${env:HOST}', 'h'));
        const command = curlCommand(await jobRequest(JSON.stringify(values, null, 1), dev));
        const output = run(command, { LAKEFORMATION_TOKEN: 't', HOST: 'h' });
        expect(JSON.parse(output.slice(output.indexOf('X-Auth-Token: t\n') + 16))).toEqual(sent);
      }),
      { numRuns: 30 },
    );
  });
});
