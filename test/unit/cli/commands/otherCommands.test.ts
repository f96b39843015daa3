import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import publishedSchema from '../../../../schemas/lfjob.schema.json' with { type: 'json' };
import { notices, rules } from '../../../../language/src/rules/catalogue.ts';
import { corpus } from '../../../support/corpus.ts';
import { runCommand, temporaryFolder, type TemporaryFolder } from '../../../support/commandLine.ts';

let folder: TemporaryFolder;
beforeEach(async () => (folder = await temporaryFolder()));
afterEach(async () => folder.remove());

async function textOf(name: string): Promise<string> {
  return readFile(join(folder.path, name), 'utf8');
}

describe('lfjob format', () => {
  const formatted = '{\n  "a": [1, 2]\n}\n';

  it('formats files, and lists those that it changes', async () => {
    await folder.write({ 'a.lfjob.json': '{"a":[1,2]}', 'b.lfjob.json': formatted });
    const result = await runCommand(['format'], { cwd: folder.path });
    expect(result).toEqual({ code: 0, output: 'a.lfjob.json\nFormatted 1 file.\n', errors: '' });
    expect(await textOf('a.lfjob.json')).toBe(formatted);
    expect((await runCommand(['format'], { cwd: folder.path })).output).toBe('All 2 files are formatted.\n');
  });

  it('only lists the files with --check', async () => {
    await folder.write({ 'a.lfjob.json': '{"a":[1,2]}', 'b.lfjob.json': formatted });
    const result = await runCommand(['format', '--check'], { cwd: folder.path });
    expect(result).toEqual({ code: 1, output: 'a.lfjob.json\n1 file isn’t formatted.\n', errors: '' });
    expect(await textOf('a.lfjob.json')).toBe('{"a":[1,2]}');
    expect((await runCommand(['format', '--check', 'b.lfjob.json'], { cwd: folder.path })).code).toBe(0);
  });

  it.each([
    ['2', '{\n  "a": [1, 2]\n}\n'],
    ['4', '{\n    "a": [1, 2]\n}\n'],
    ['tab', '{\n\t"a": [1, 2]\n}\n'],
  ])('indents by %s', async (indent, expected) => {
    const { output } = await runCommand(['format', '--stdin', '--indent', indent], { input: '{"a":[1,2]}' });
    expect(output).toBe(expected);
  });

  it('writes the standard input unchanged to a pipe, and visibly to a terminal', async () => {
    const input = '// \u009b31m\n{}\n';
    expect((await runCommand(['format', '--stdin'], { input })).output).toBe(input);
    expect((await runCommand(['format', '--stdin'], { input, isTerminal: true })).output).toBe('// \\u009b31m\n{}\n');
  });

  it('only changes white space, and changes nothing when it is run again', async () => {
    const texts = new Map(
      corpus()
        .filter(({ text }) => text.isWellFormed())
        .map(({ name, text }) => [name.replace(/txt$/, 'json'), text]),
    );
    await folder.write(Object.fromEntries(texts));
    expect((await runCommand(['format'], { cwd: folder.path })).code).toBe(0);
    for (const [name, text] of texts) {
      expect((await textOf(name)).replace(/\s+/g, ''), name).toBe(text.replace(/\s+/g, ''));
    }
    expect((await runCommand(['format', '--check'], { cwd: folder.path })).code).toBe(0);
  });

  it('reports a file that it can’t read, and formats the others', async () => {
    await folder.write({ 'a.lfjob.json': Uint8Array.of(0xff), 'b.lfjob.json': '{"a":[1,2]}' });
    const { code, errors } = await runCommand(['format'], { cwd: folder.path });
    expect([code, errors]).toEqual([2, 'lfjob: Couldn’t read "a.lfjob.json": it isn’t encoded in UTF-8.\n']);
    expect(await textOf('b.lfjob.json')).toBe(formatted);
    expect((await runCommand(['format'], { cwd: folder.path })).output).toBe('');
  });
});

describe('lfjob new', () => {
  it.each(['METADATA_MIGRATION', 'permission-migration', 'metadata_discovery', 'monthly_orc', 'aliyun_dlf'])(
    'prints a job without errors except for sample values: %s',
    async (name) => {
      const { code, output } = await runCommand(['new', name]);
      expect(code).toBe(0);
      expect(JSON.parse(output)).toHaveProperty('type');
      expect(output.endsWith('}\n')).toBe(true);
      const checked = await runCommand(['check', '--stdin', '--format', 'github'], { input: output });
      expect(
        checked.output.match(/title=[\w-]+/g)?.filter((title) => title !== 'title=untouched-placeholder') ?? [],
      ).toEqual([]);
    },
  );

  it('writes a new file, and never replaces one', async () => {
    const commandLine = ['new', 'monthly_orc', '--output', 'a.lfjob.json'];
    const { code, output } = await runCommand(commandLine, { cwd: folder.path });
    expect([code, output]).toEqual([0, 'Created "a.lfjob.json".\n']);
    const written = await textOf('a.lfjob.json');
    expect((await runCommand(['new', 'monthly_avro', '--output', 'a.lfjob.json'], { cwd: folder.path })).code).toBe(2);
    expect(await textOf('a.lfjob.json')).toBe(written);
  });

  it('lists what it can create, if nothing is named', async () => {
    const { code, errors } = await runCommand(['new']);
    expect(code).toBe(2);
    expect(errors).toMatch(/^lfjob: Enter a type or a sample: METADATA_MIGRATION, .*monthly_orc.*\.\n$/);
  });
});

describe('lfjob explain', () => {
  it.each(Object.keys({ ...rules, ...notices }))('explains %s in both languages', async (code) => {
    const { code: exitCode, output } = await runCommand(['explain', code]);
    expect(exitCode).toBe(0);
    expect(output).toContain(code);
    expect(output.length).toBeLessThan(5_000);
    const chinese = await runCommand(['explain', code, '--locale', 'zh']);
    expect(chinese.output).toMatch(/\p{Script=Han}/u);
    expect(output).not.toMatch(/[^\n\P{Cc}]|\p{Cf}/u);
  });

  it('lists all rules', async () => {
    const { output } = await runCommand(['explain']);
    expect(output.trimEnd().split('\n')).toHaveLength(Object.keys({ ...rules, ...notices }).length);
    expect(output).toMatch(/^comment {2,}Comment in JSON$/m);
  });
});

describe('lfjob schema', () => {
  it('prints the published schema', async () => {
    const { output } = await runCommand(['schema']);
    expect(JSON.parse(output)).toEqual(publishedSchema);
  });

  it('prints the strict schema, with the limits that are warnings', async () => {
    const { output } = await runCommand(['schema', '--strict']);
    expect(output).not.toContain('"x-warning"');
    expect(output).toContain('"x-severity"');
  });
});
