import { mkdir, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { runCommand, temporaryFolder, type TemporaryFolder } from '../../../support/commandLine.ts';
import { checkedPaths, reportOf } from '../../../support/reports.ts';

let folder: TemporaryFolder | undefined;
afterEach(async () => folder?.remove());

/** Creates a folder with these files: a repository, unless it is for a test without one. */
async function withFiles(
  names: readonly string[],
  others: Readonly<Record<string, string>> = {},
  isRepository = true,
): Promise<string> {
  folder = await temporaryFolder({ ...Object.fromEntries(names.map((name) => [name, '{}'])), ...others });
  if (isRepository) await mkdir(join(folder.path, '.git'), { recursive: true });
  return folder.path;
}

describe('without arguments', () => {
  it('finds the jobs of the working directory in the order of their paths', async () => {
    const cwd = await withFiles(['b/x.lfjob.json', 'a.lfjob.json', 'b/a.lfjob.json', 'x.json', 'c.lfjob.json.bak']);
    expect(await checkedPaths([], cwd)).toEqual(['a.lfjob.json', 'b/a.lfjob.json', 'b/x.lfjob.json']);
  });

  it('leaves out .git and node_modules', async () => {
    const cwd = await withFiles(['.git/a.lfjob.json', 'a/node_modules/b/a.lfjob.json', 'c.lfjob.json'], {}, false);
    expect(await checkedPaths([], cwd)).toEqual(['c.lfjob.json']);
  });

  it('doesn’t follow a link to a folder', async () => {
    const cwd = await withFiles(['a/a.lfjob.json']);
    await symlink(cwd, join(cwd, 'a/loop'));
    expect(await checkedPaths([], cwd)).toEqual(['a/a.lfjob.json']);
  });
});

describe('.gitignore', () => {
  it.each<[string, Readonly<Record<string, string>>, readonly string[]]>([
    ['a folder', { '.gitignore': 'drafts/\n' }, ['a.lfjob.json', 'jobs/b.lfjob.json']],
    ['names in every folder', { '.gitignore': 'b.*\n' }, ['a.lfjob.json']],
    ['a path from its folder', { 'jobs/.gitignore': '/b.lfjob.json' }, ['a.lfjob.json', 'drafts/b.lfjob.json']],
    [
      'an exception in an inner folder',
      { '.gitignore': 'b.lfjob.json', 'jobs/.gitignore': '!b.lfjob.json' },
      ['a.lfjob.json', 'jobs/b.lfjob.json'],
    ],
    ['what the repository excludes', { '.git/info/exclude': 'jobs' }, ['a.lfjob.json', 'drafts/b.lfjob.json']],
    ['comments and empty lines', { '.gitignore': '\n# jobs\r\ndrafts\r\n' }, ['a.lfjob.json', 'jobs/b.lfjob.json']],
  ])('counts with %s', async (_, patterns, expected) => {
    const cwd = await withFiles(['a.lfjob.json', 'jobs/b.lfjob.json', 'drafts/b.lfjob.json'], patterns);
    expect(await checkedPaths([], cwd)).toEqual(expected);
  });

  it('counts in the folders around the working directory, up to the repository', async () => {
    const cwd = await withFiles(['jobs/a.lfjob.json', 'jobs/b.lfjob.json'], { '.gitignore': 'jobs/b.*' });
    expect(await checkedPaths([], join(cwd, 'jobs'))).toEqual(['a.lfjob.json']);
  });

  it('doesn’t count for a file that is named', async () => {
    const cwd = await withFiles(['a.lfjob.json'], { '.gitignore': '*' });
    expect(await checkedPaths(['a.lfjob.json'], cwd)).toEqual(['a.lfjob.json']);
  });
});

describe('arguments', () => {
  it.each<[readonly string[], readonly string[]]>([
    [['jobs'], ['jobs/a.lfjob.json', 'jobs/deep/b.lfjob.json']],
    [['other.json'], ['other.json']],
    [['jobs/*.lfjob.json'], ['jobs/a.lfjob.json']],
    [['jobs/**/*.lfjob.json'], ['jobs/a.lfjob.json', 'jobs/deep/b.lfjob.json']],
    [['**/b.*'], ['jobs/deep/b.lfjob.json']],
    [['jobs/[a-c].lfjob.json'], ['jobs/a.lfjob.json']],
    [
      ['jobs/a.lfjob.json', 'jobs', './jobs/deep/b.lfjob.json'],
      ['jobs/a.lfjob.json', 'jobs/deep/b.lfjob.json'],
    ],
    [['--', '-draft.lfjob.json'], ['./-draft.lfjob.json']],
  ])('%j', async (operands, expected) => {
    const cwd = await withFiles(
      ['jobs/a.lfjob.json', 'jobs/deep/b.lfjob.json', 'other.json', 'c.lfjob.json', '-draft.lfjob.json'],
      { '.gitignore': 'c.*' },
    );
    expect(await checkedPaths(operands, cwd)).toEqual(expected);
  });

  it('may be absolute', async () => {
    const cwd = await withFiles(['jobs/a.lfjob.json']);
    expect(await checkedPaths([join(cwd, 'jobs')], cwd)).toEqual(['jobs/a.lfjob.json']);
    expect(await checkedPaths([join(cwd, 'jobs/*')], cwd)).toEqual(['jobs/a.lfjob.json']);
    expect(await checkedPaths([join(cwd, 'jobs')], '/')).toEqual([join(cwd, 'jobs/a.lfjob.json').slice(1)]);
  });
});

describe('lfjob.config.json', () => {
  it('selects files, with patterns relative to its folder', async () => {
    const cwd = await withFiles(['a.lfjob.json', 'jobs/a.json', 'jobs/b.json', 'jobs/deep/a.json'], {
      'lfjob.config.json': '{ "files": ["jobs/*.json"], "ignore": ["b.json"] }',
    });
    expect(await checkedPaths([], cwd)).toEqual(['jobs/a.json']);
    expect(await checkedPaths([], join(cwd, 'jobs'))).toEqual(['a.json']);
    expect(await checkedPaths(['*.lfjob.json'], cwd)).toEqual(['a.lfjob.json']);
  });

  it('counts before those of the folders around it', async () => {
    const comment = '// one\n{}';
    const cwd = await withFiles([], {
      'lfjob.config.json': '{ "rules": { "comment": "off" } }',
      'a.lfjob.json': comment,
      'strict/lfjob.config.json': '{ "rules": { "comment": "hint" } }',
      'strict/deep/a.lfjob.json': comment,
    });
    const files = await reportOf([], { cwd });
    expect(files.map(({ problems }) => problems.find(({ code }) => code === 'comment')?.severity)).toEqual([
      undefined,
      'hint',
    ]);
    const overridden = await reportOf(['--rules', 'comment=warning,missing-property=off'], { cwd });
    expect(overridden.map(({ problems }) => problems.map(({ severity }) => severity))).toEqual([
      ['warning'],
      ['warning'],
    ]);
  });

  it('isn’t looked for outside of the repository', async () => {
    const cwd = await withFiles(
      ['inner/a.lfjob.json', 'inner/.git/x'],
      { 'lfjob.config.json': '{ "token": "" }' },
      false,
    );
    expect(await checkedPaths([], join(cwd, 'inner'))).toEqual(['a.lfjob.json']);
  });

  it('isn’t looked for above the working directory without a repository', async () => {
    const cwd = await withFiles(['inner/a.lfjob.json'], { 'lfjob.config.json': '{ "token": "" }' }, false);
    expect(await checkedPaths([], join(cwd, 'inner'))).toEqual(['a.lfjob.json']);
    expect((await runCommand(['check', 'inner'], { cwd })).code).toBe(2);
  });

  it('counts outside of the working directory and without a repository, from where the search begins', async () => {
    const cwd = await withFiles(
      ['jobs/deep/a.json', 'other/x'],
      { 'jobs/lfjob.config.json': '{ "files": ["*.json"] }' },
      false,
    );
    expect(await checkedPaths(['../jobs'], join(cwd, 'other'))).toEqual([join(cwd, 'jobs/deep/a.json')]);
  });

  it('counts for the standard input by its name', async () => {
    const cwd = await withFiles([], { 'jobs/lfjob.config.json': '{ "rules": { "missing-property": "warning" } }' });
    const surroundings = { cwd, input: '{}' };
    expect((await runCommand(['check', '--stdin'], surroundings)).code).toBe(1);
    expect((await runCommand(['check', '--stdin', '--stdin-filename', 'jobs/a.json'], surroundings)).code).toBe(0);
  });
});
