import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { needsYaml, otherFormatOf, jobInText } from '../../../../language/src/conversion/recognize.ts';
import { loadYaml } from '../../../../language/src/conversion/yaml.ts';
import { arbitraryBrokenText } from '../../../support/arbitraryBrokenText.ts';
import { arbitraryJob } from '../../../support/arbitraryJobs.ts';
import { corpus } from '../../../support/corpus.ts';
import { startCounting } from '../../../support/executedBlocks.ts';
import { runs } from '../../../support/fastCheck.ts';

const parseYaml = await loadYaml();
const token = randomUUID();

/** A job in as few words as there can be; what it is in decides what is recognized. */
const job = '{ "name": "a_job", "type": "T", "parameter": {} }';
const url = 'https://lakeformation.example.com/v1/p/instances/i/lf-jobs';

/** The value of the job in a text. */
function valueIn(text: string): unknown {
  const found = otherFormatOf(text, parseYaml);
  const value: unknown = found?.job === undefined ? found?.kind : JSON.parse(found.job);
  return value;
}

describe('a text that has a job in another format', () => {
  test.each([
    ['curl', `curl -d '${job}' ${url}`],
    ['curl', `$ curl --request POST ${url} \\\n  --header 'A: b' \\\n  --data-raw '${job}'`],
    ['curl', `# create it\ncurl ${url} --json "${job.replaceAll('"', '\\"')}"`],
    ['curl', `curl.exe ${url} --data=$'${job}'`],
    ['curl', `curl ${url} --data-binary @- <<'JSON'\n${job}\nJSON\n`],
    ['curl', `cat <<JSON | curl -X POST ${url} --data @-\n${job}\nJSON\n`],
    ['curl', `TOKEN=x; curl -d'${job}' ${url} | jq .`],
    ['curl', `curl.exe -X POST ^\r\n  -H "A: b" ^\r\n  --data-raw "${job.replaceAll('"', '\\"')}" ^\r\n  ${url}`],
    ['curl', `curl ^"${url}^" ^\r\n  --data-raw ^"${job.replaceAll('"', '^\\^"').replaceAll(/[{}]/g, '^$&')}^"`],
    ['curl', `curl.exe ${url} \`\n  -d '${job}'`],
    ['http', `POST ${url}\nContent-Type: application/json\n\n${job}`],
    ['http', `Content-Type: application/json\r\nX-Language: en-us\r\n\r\n${job}`],
    ['http', `# @name create\n@host = x\nPOST /v1/p HTTP/1.1\r\nHost: {{host}}\r\n\r\n${job}\r\n\r\n### next\nGET /x`],
    ['http', `HTTP/1.1 201 Created\nContent-Type: application/json\n\n${job}`],
    ['kooCli', 'hcloud LakeFormation CreateJobByInstance --name=a_job --type=T --parameter={} --instance_id=i'],
    [
      'kooCli',
      `cat > in.json <<'JSON' &&\n{ "path": { "a": 1 }, "body": ${job} }\nJSON\nhcloud LakeFormation X --cli-jsonInput=in.json`,
    ],
    ['code', `job = ${job}`],
    ['code', `const body: Job = ${job};\nsend(body);`],
    ['code', `export const job = JSON.stringify(${job});`],
    ['code', `payload = json.dumps(${job})\nrequests.post(url, data=payload)`],
    ['code', `export default ${job};`],
    ['code', `JSON.stringify(${job})`],
    ['code', `  return ${job};`],
    ['code', `import requests\nfrom x import y\n\n# nightly\nbody = ${job}\nrequests.post(url, json=body)`],
    ['code', `body := \`${job}\``],
    ['code', `body = """${job}"""`],
    ['markdown', `\`\`\`json\n${job}\n\`\`\``],
    ['markdown', `The job:\n\n~~~\n${job}\n~~~\n\nRun it.`],
    ['markdown', `~~~ \`json\`\n${job}\n~~~`],
    ['markdown', `\`\`\`sh\ncurl -d '${job}' ${url}\n\`\`\``],
    ['markdown', '```yaml\nname: a_job\ntype: T\nparameter: {}\n```'],
    ['yaml', 'name: a_job\ntype: T\nparameter: {}\n'],
    ['yaml', '---\n# nightly\n"name": a_job\n"type": \'T\'\nparameter: { }\n'],
  ])('%s: %s', (kind, text) => {
    expect(otherFormatOf(text, parseYaml)?.kind).toBe(kind);
    expect(valueIn(text)).toEqual(JSON.parse(job));
  });
});

test('the job is indented by 2 spaces', () => {
  expect(otherFormatOf('job = {"name":"a","parameter":{"b":[1]}}')?.job).toBe(
    '{\n  "name": "a",\n  "parameter": {\n    "b": [1]\n  }\n}\n',
  );
});

test('its mistakes stay, to be reported', () => {
  expect(otherFormatOf("job = { 'name': True, }")?.job).toBe("{ 'name': True, }\n");
});

describe('parameters of KooCLI', () => {
  test('become properties, elements, and values of the types in the schema', () => {
    const discovery = '--parameter.metadata_discovery_parameter';
    const words = [
      'file_sample_rate=5',
      'header=true',
      'execute_day=1',
      'principals.1.principal_name=a',
      'principals.2.x=b',
    ];
    expect(
      valueIn(`hcloud LakeFormation X --name "a b" ${words.map((word) => `${discovery}.${word}`).join(' ')}`),
    ).toEqual({
      name: 'a b',
      parameter: {
        metadata_discovery_parameter: {
          file_sample_rate: 5,
          header: true,
          execute_day: '1',
          principals: [{ principal_name: 'a' }, { x: 'b' }],
        },
      },
    });
  });
});

describe('what a shell would expand', () => {
  test.each([
    ['"$NAME"', '${env:NAME}'],
    ['"${NAME}"', '${env:NAME}'],
    ['"$(json_text "$SECRET_DB")"', '${secret:DB}'],
    ['"$(json_text "$HOST")"', '${env:HOST}'],
    ['"\\$NAME"', '$NAME'],
  ])('%s becomes %s', (written, name) => {
    expect(valueIn(`curl ${url} --data @- <<JSON\n{ "name": ${written} }\nJSON\n`)).toEqual({ name });
  });

  test('stays in single quotes and quoted here-documents', () => {
    expect(valueIn(`curl -d '{ "name": "$A" }' ${url}`)).toEqual({ name: '$A' });
    expect(valueIn(`curl -d @- ${url} <<'E'\n{ "name": "$A" }\nE`)).toEqual({ name: '$A' });
  });
});

describe('a credential in the text', () => {
  test.each([
    [`curl -H 'X-Auth-Token: ${token}' -d '${job}' ${url}`, true],
    [`curl -u user:${token} -d '${job}' ${url}`, true],
    [`curl.exe -H "X-Auth-Token: ${token}" ^\r\n -d "${job.replaceAll('"', '\\"')}" ${url}`, true],
    [`X-Auth-Token: ${token}\nAccept: */*\n\n${job}`, true],
    [`curl -H "X-Auth-Token: $TOKEN" -d '${job}' ${url}`, false],
    [`POST ${url}\nx-auth-token: ${token}\n\n${job}`, true],
    [`POST ${url}\nAuthorization: SDK-HMAC-SHA256 Access=${token}\n\n${job}`, true],
    [`POST ${url}\nX-Auth-Token: {{token}}\n\n${job}`, false],
    [`POST ${url}\nX-Auth-Token: ••••\n\n${job}`, false],
    [`hcloud LakeFormation X --cli-secret-key=${token} --name=a`, true],
    [`\`\`\`\ncurl -H 'X-Auth-Token: ${token}' -d '${job}' ${url}\n\`\`\``, true],
  ])('%s: %s', (text, isThere) => {
    const found = otherFormatOf(text);
    expect(found?.hasCredential).toBe(isThere);
    expect(found?.job).not.toContain(token);
  });
});

describe('no other format is seen in', () => {
  test.each([
    '',
    '  ',
    'curly: yes',
    'name: a',
    'name = 5',
    'Run curl to create it.',
    'a = b = {}',
    '# note\n{}',
    'import x\n{}',
    'returned {}',
    'X-Language: en-us\nY: {}',
    '// note\n{}',
    '/* { */',
  ])('%j', (text) => {
    expect(otherFormatOf(text, parseYaml)).toBeUndefined();
  });

  test.each(corpus().filter(({ name }) => !name.includes('pasted_')))('the fixture $name', ({ text }) => {
    expect(otherFormatOf(text, parseYaml)).toBeUndefined();
  });

  test('any job, whole or broken', () => {
    const texts = fc.oneof(arbitraryJob(), arbitraryBrokenText());
    fc.assert(
      fc.property(texts, (text) => {
        expect(otherFormatOf(text, parseYaml)).toBeUndefined();
      }),
      runs(500),
    );
  });

  test('a text above 1 MB', () => {
    expect(otherFormatOf(`job = ${' '.repeat(1024 * 1024)}${job}`)).toBeUndefined();
  });
});

test('what begins like another format is recognized or not, but never fails', () => {
  const parts = [
    'curl ',
    'hcloud ',
    'POST /a\n',
    'a = ',
    '```\n',
    '~~~\n',
    "'",
    '"',
    '$(',
    '$',
    '\\',
    '<<A\n',
    'A\n',
    '{',
    '}',
    '- ',
    'name: ',
    'type: ',
    '&a ',
    '*a ',
    '\n',
    '-d ',
    '--name.1.1=',
  ];
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(...parts) }), (text) => {
      otherFormatOf(text, parseYaml);
    }),
    runs(1000),
  );
});

test.each(['~', '`'])('a long line of %s takes time in proportion to it', (character) => {
  const other = character === '~' ? '`' : '~`';
  expect(otherFormatOf(`${character.repeat(200_000)}${other}\na`)?.kind).toBeUndefined();
});

describe('YAML', () => {
  test('is recognized without its parser, which is needed to find the job', () => {
    const text = 'name: a_job\ntype: T\n';
    expect(otherFormatOf(text)).toEqual({ kind: 'yaml', job: undefined, hasCredential: false });
    expect([text, `job = ${job}`, job].map(needsYaml)).toEqual([true, false, false]);
  });

  test('with aliases that multiply has no job', () => {
    const bomb = Array.from({ length: 20 }, (_, index) => `  a${index}: &a${index} [${`*a${index - 1}, `.repeat(9)}1]`);
    expect(valueIn(`name: a\ntype: T\nparameter:\n${bomb.join('\n').replaceAll('*a-1, ', '')}\n`)).toBe('yaml');
  });

  test.each([
    ['an alias that makes it far longer', `  a: &a [${'1,'.repeat(4000)}]\n  b: [${'*a , '.repeat(90)}]\n`],
    ['more text than a job has', Array.from({ length: 4000 }, (_, index) => `  k${index}: 1\n`).join('')],
  ])('with %s has no job', (_, parameter) => {
    expect(valueIn(`name: a\ntype: T\nparameter:\n${parameter}`)).toBe('yaml');
  });

  test('that is nested too deeply has no job', () => {
    expect(valueIn(`name: a\ntype: ${'['.repeat(100_000)}\n`)).toBe('yaml');
  });
});

describe('the job in a text that was pasted', () => {
  test.each([
    [`{"id":"1","name":"a","status":"SUCCESS","parameter":{}}`, { name: 'a', parameter: {} }],
    ['name: a_job\ntype: T\n', { name: 'a_job', type: 'T' }],
    [`job = ${job}`, JSON.parse(job)],
  ])('%s', async (text, value) => {
    const found = await jobInText(text);
    expect(JSON.parse(found?.job ?? '')).toEqual(value);
  });

  test.each([job, '{ "id": "1", "name": "a" }', 'some words'])('is none in %s', async (text) => {
    expect(await jobInText(text)).toBeUndefined();
  });
});

const executedBlocks = await startCounting();

describe('time grows with the text', () => {
  test.each<[string, (size: number) => string]>([
    ['words', (size) => `curl ${'a '.repeat(size)}`],
    ['quotes', (size) => `curl ${'"\\" '.repeat(size)}`],
    ['here-documents', (size) => `curl ${'<<A '.repeat(size)}\n`],
    ['fences', (size) => '```\n```\n'.repeat(size)],
    ['fences of other kinds', (size) => '```\n~~~\n'.repeat(size)],
    ['braces', (size) => `a = ${'{'.repeat(size)}`],
    ['headers', (size) => `POST /a\n${'A: b\n'.repeat(size)}`],
    ['parameters', (size) => `hcloud ${'--name.1.a=b '.repeat(size)}`],
    ['keys', (size) => `name: a\ntype: b\n${'k: v\n'.repeat(size)}`],
    ['comments', (size) => '/* a */ // b\n'.repeat(size)],
  ])('%s', async (_, textOf) => {
    const small = await executedBlocks(() => void otherFormatOf(textOf(1000)));
    const large = await executedBlocks(() => void otherFormatOf(textOf(2000)));
    expect(large / small).toBeLessThan(2.5);
  });
});
