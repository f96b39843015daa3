import { randomUUID } from 'node:crypto';
import { Ajv } from 'ajv';
import sarifSchema from '@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json' with { type: 'json' };
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { applyEdits } from '../../../../language/src/documents/edits/applyEdits.ts';
import { isObject, valueAt } from '../../../../language/src/documents/value.ts';
import { rules } from '../../../../language/src/rules/catalogue.ts';
import { corpus } from '../../../support/corpus.ts';
import { runCommand, temporaryFolder, type TemporaryFolder } from '../../../support/commandLine.ts';
import { documentOf } from '../../../support/cursor.ts';

// Draft-04, which is the same as draft-07 in what this schema uses, except for its name and "id".
const draft07 = Object.fromEntries(Object.entries(sarifSchema).filter(([key]) => key !== '$schema' && key !== 'id'));
const validate = new Ajv({ strict: false, validateFormats: false, unicodeRegExp: false }).compile(draft07);

const documents = new Map(
  corpus()
    .filter(({ text }) => text.isWellFormed())
    .map(({ name, text }) => [name.replace(/\.txt$/, '.json'), text]),
);

let folder: TemporaryFolder;
let log: unknown;
beforeAll(async () => {
  folder = await temporaryFolder({ ...Object.fromEntries(documents), 'a b#%.lfjob.json': '{}' });
  log = await sarifOf([]);
});
afterAll(async () => folder.remove());

async function sarifOf(commandLine: readonly string[]): Promise<unknown> {
  const { output } = await runCommand(['check', '--format', 'sarif', ...commandLine], { cwd: folder.path });
  const parsed: unknown = JSON.parse(output);
  return parsed;
}

function listAt(value: unknown, ...path: readonly (string | number)[]): readonly unknown[] {
  const list = valueAt(value, path);
  return Array.isArray(list) ? list : [];
}

describe('the SARIF report', () => {
  it('is valid against the schema of SARIF 2.1.0', () => {
    expect(validate(log), JSON.stringify(validate.errors?.slice(0, 5))).toBe(true);
    expect(listAt(log, 'runs', 0, 'results').length).toBeGreaterThan(300);
  });

  it('is valid with a file that can’t be read, and without results', async () => {
    await folder.write({
      'latin1.lfjob.json': Uint8Array.of(0x22, 0xe9, 0x22),
      'job.json': documents.get('page/create.lfjob.json') ?? '{}',
    });
    const failed = await sarifOf(['latin1.lfjob.json']);
    expect(validate(failed), JSON.stringify(validate.errors)).toBe(true);
    expect(valueAt(failed, ['runs', 0, 'invocations', 0])).toMatchObject({
      executionSuccessful: false,
      toolExecutionNotifications: [
        { message: { text: 'Couldn’t read "latin1.lfjob.json": it isn’t encoded in UTF-8.' } },
      ],
    });
    await expect(sarifOf(['--rules', 'missing-property=off', 'a b#%.lfjob.json'])).resolves.toMatchObject({
      runs: [{ results: [] }],
    });
  });

  it('documents every rule, in Chinese too', async () => {
    const documented = listAt(log, 'runs', 0, 'tool', 'driver', 'rules');
    expect(documented.map((rule) => valueAt(rule, ['id']))).toEqual(expect.arrayContaining(Object.keys(rules)));
    expect(documented[0]).toMatchObject({
      id: 'empty-document',
      helpUri: 'https://github.com/lfjob/lakeformation-jobs/blob/main/docs/rules.md#empty-document',
      defaultConfiguration: { level: 'error' },
    });
    const chinese = await sarifOf(['--locale', 'zh', 'a b#%.lfjob.json']);
    expect(valueAt(chinese, ['runs', 0, 'tool', 'driver', 'rules', 0])).toMatchObject({
      id: 'empty-document',
      shortDescription: { text: '文档为空' },
    });
  });

  it('encodes paths as URIs', () => {
    expect(JSON.stringify(log)).toContain('"uri":"a%20b%23%25.lfjob.json"');
  });

  it('has fixes that remove their problem', async () => {
    const results = listAt(log, 'runs', 0, 'results').filter((result) => listAt(result, 'fixes').length > 0);
    expect(results.length).toBeGreaterThan(100);
    // One of each rule.
    const samples = new Map(results.map((result) => [valueAt(result, ['ruleId']), result]));
    for (const [code, result] of samples) {
      const uri = String(valueAt(result, ['locations', 0, 'physicalLocation', 'artifactLocation', 'uri']));
      const text = documents.get(uri) ?? '{}';
      const fixed = withReplacements(text, listAt(result, 'fixes', 0, 'artifactChanges', 0, 'replacements'));
      const count = async (input: string): Promise<number> => {
        const { output } = await runCommand(['check', '--stdin', '--format', 'github'], { input });
        return output.split(`title=${String(code)}::`).length;
      };
      expect(await count(fixed), `${String(code)} in ${uri}`).toBeLessThan(await count(text));
    }
  });

  it.each([
    ['a misplaced object', (secret: string) => `{"parameter":{},"datasource_parameter":{"password":"${secret}"}}`],
    ['single quotes', (secret: string) => `{"datasource_parameter":{"password":'${secret}'}}`],
    ['a value without quotes', (secret: string) => `{"datasource_parameter":{"password":${secret}}}`],
    ['YAML', (secret: string) => `name: a\ntype: METADATA_MIGRATION\nparameter:\n  password: ${secret}\n`],
    ['code', (secret: string) => `const job = {"name": "a", "type": "b", "parameter": {"password": "${secret}"}};`],
    ['JDBC', (secret: string) => `{"datasource_parameter":{"jdbc_url":'jdbc:mysql://u:${secret}@h:1/x'}}`],
  ])('has no secret in a fix of %s', async (_, documentWith) => {
    const secret = `x${randomUUID()}`;
    await folder.write({ 'secret.lfjob.json': documentWith(secret) });
    const { output } = await runCommand(['check', '--format', 'sarif', 'secret.lfjob.json'], { cwd: folder.path });
    expect(output).toContain('"ruleId"');
    expect(output).not.toContain(secret);
  });
});

function withReplacements(text: string, replacements: readonly unknown[]): string {
  const document = documentOf(text);
  return applyEdits(
    text,
    replacements.map((replacement) => {
      const region = valueAt(replacement, ['deletedRegion']);
      const at = (line: string, column: string): number =>
        isObject(region)
          ? document.offsetAt({ line: Number(region[line]) - 1, character: Number(region[column]) - 1 })
          : -1;
      const offset = at('startLine', 'startColumn');
      const content = valueAt(replacement, ['insertedContent', 'text']);
      return {
        offset,
        length: at('endLine', 'endColumn') - offset,
        content: typeof content === 'string' ? content : '',
      };
    }),
  );
}
