import { randomUUID } from 'node:crypto';
import { chmod, readFile, stat, symlink, truncate, watch } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { corpus } from '../../../support/corpus.ts';
import { runCommand, temporaryFolder, type TemporaryFolder } from '../../../support/commandLine.ts';
import { reportOf } from '../../../support/reports.ts';

vi.mock('node:fs/promises', { spy: true });

const comma = '{ "name": "a", "type": "METADATA_DISCOVERY", }';

let folder: TemporaryFolder;
beforeEach(async () => (folder = await temporaryFolder()));
afterEach(async () => folder.remove());

async function textOf(name: string): Promise<string> {
  return readFile(join(folder.path, name), 'utf8');
}

describe('a file that can’t be checked', () => {
  it.each<[string, Uint8Array | string, string]>([
    ['Latin-1', Uint8Array.of(0x22, 0xe9, 0x22), 'Couldn’t read "b.lfjob.json": it isn’t encoded in UTF-8.'],
    ['UTF-16', Buffer.from('\ufeff{}', 'utf16le'), 'Couldn’t read "b.lfjob.json": it isn’t encoded in UTF-8.'],
  ])('is one sentence for %s, and the others are checked', async (_, content, failure) => {
    await folder.write({ 'a.lfjob.json': comma, 'b.lfjob.json': content, 'c.lfjob.json': comma });
    const { code, output, errors } = await runCommand(['check'], { cwd: folder.path });
    expect(code).toBe(2);
    expect(errors).toBe(`lfjob: ${failure}\n`);
    expect(output).toContain('a.lfjob.json');
    expect(output).toContain('c.lfjob.json');
    expect(await reportOf([], { cwd: folder.path })).toMatchObject([{ path: 'a.lfjob.json' }, { failure }, {}]);
  });

  it('is one sentence for a folder with the name of a job, or a broken link', async () => {
    await folder.write({ 'x.lfjob.json/readme.txt': '', 'a.lfjob.json': comma });
    await symlink('nowhere', join(folder.path, 'b.lfjob.json'));
    const { code, errors } = await runCommand(['check'], { cwd: folder.path });
    expect([code, errors]).toEqual([2, 'lfjob: Couldn’t read "b.lfjob.json": ENOENT.\n']);
  });

  it('is one sentence for a file that is too large to be read', async () => {
    await folder.write({ 'a.lfjob.json': '' });
    await truncate(join(folder.path, 'a.lfjob.json'), 64 * 1024 * 1024 + 1);
    const { code, errors } = await runCommand(['check'], { cwd: folder.path });
    expect([code, errors]).toEqual([2, 'lfjob: Couldn’t read "a.lfjob.json": it is larger than 64 MB.\n']);
  });

  it.skipIf(process.platform === 'win32')('is one sentence for a device', async () => {
    const { code, errors } = await runCommand(['check', '/dev/zero'], { cwd: folder.path });
    expect([code, errors]).toEqual([2, 'lfjob: Couldn’t read "/dev/zero": it isn’t a file.\n']);
  });

  it('is one sentence for a standard input that isn’t UTF-8', async () => {
    const { code, errors } = await runCommand(['check', '--stdin'], { input: Uint8Array.of(0xff) });
    expect([code, errors]).toEqual([2, 'lfjob: Couldn’t read "stdin.lfjob.json": it isn’t encoded in UTF-8.\n']);
  });

  it.each<[string, string, string]>([
    ['13 MB', ' '.repeat(13 * 1024 * 1024) + '1', 'too-large'],
    ['5,000 levels', '['.repeat(5000), 'too-deep'],
    ['no text', '', 'empty-document'],
    ['zeros', '\0'.repeat(1000), 'invalid-json'],
  ])('is one problem for %s', async (_, content, expected) => {
    await folder.write({ 'a.lfjob.json': content });
    const [file] = await reportOf([], { cwd: folder.path });
    expect(file?.problems.map(({ code }) => code)).toEqual([expected]);
  });
});

describe('--fix', () => {
  it('applies the safe fixes, and reports what is left', async () => {
    await folder.write({ 'a.lfjob.json': comma, 'b.lfjob.json': '{}' });
    const { output } = await runCommand(['check', '--fix'], { cwd: folder.path });
    expect(await textOf('a.lfjob.json')).toBe('{ "name": "a", "type": "METADATA_DISCOVERY" }');
    expect(await textOf('b.lfjob.json')).toBe('{}');
    expect(output).toContain('a.lfjob.json: fixed\n');
    expect(output).not.toContain('surplus-comma');
    expect(output).toContain('missing-property');
  });

  it('changes nothing when it is run again', async () => {
    const documents = corpus().filter(({ text }) => text.isWellFormed());
    await folder.write(Object.fromEntries(documents.map(({ name, text }) => [name.replace(/txt$/, 'json'), text])));
    const summaries: string[] = [];
    for (let run = 0; run < 2; run++) {
      const { output } = await runCommand(['check', '--fix', '--format', 'json'], { cwd: folder.path });
      summaries.push(/"fixed":(\d+),"failures":0/.exec(output)?.[1] ?? '');
    }
    expect(Number(summaries[0])).toBeGreaterThan(50);
    expect(summaries[1]).toBe('0');
  });

  it('keeps the mode of a file, and a link to it', async () => {
    await folder.write({ 'jobs/a.json': comma });
    await chmod(join(folder.path, 'jobs/a.json'), 0o640);
    await symlink('jobs/a.json', join(folder.path, 'a.lfjob.json'));
    await runCommand(['check', '--fix'], { cwd: folder.path });
    expect(await textOf('jobs/a.json')).not.toContain(', }');
    expect((await stat(join(folder.path, 'jobs/a.json'))).mode & 0o777).toBe(0o640);
    expect(await textOf('a.lfjob.json')).toBe(await textOf('jobs/a.json'));
  });

  it('replaces a job in YAML by JSON', async () => {
    await folder.write({ 'a.lfjob.json': 'name: a\ntype: METADATA_DISCOVERY\n' });
    await runCommand(['check', '--fix'], { cwd: folder.path });
    expect(JSON.parse(await textOf('a.lfjob.json'))).toEqual({ name: 'a', type: 'METADATA_DISCOVERY' });
  });
});

describe('--max-warnings', () => {
  it.each<[string, number]>([
    ['0', 1],
    ['1', 0],
  ])('%s', async (limit, code) => {
    await folder.write({ 'a.lfjob.json': '{}' });
    const rules = 'missing-property=warning';
    const result = await runCommand(['check', '--rules', rules, '--max-warnings', limit], { cwd: folder.path });
    expect(result.code).toBe(code);
  });
});

describe('the output', () => {
  it.each<[string, Readonly<Record<string, string>>, boolean, boolean]>([
    ['a terminal', {}, true, true],
    ['a pipe', {}, false, false],
    ['NO_COLOR', { NO_COLOR: '1' }, true, false],
    ['an empty NO_COLOR', { NO_COLOR: '' }, true, true],
    ['FORCE_COLOR', { FORCE_COLOR: '1' }, false, true],
    ['FORCE_COLOR=0', { FORCE_COLOR: '0' }, true, false],
    ['a terminal without colors', { TERM: 'dumb' }, true, false],
  ])('has colors or not with %s', async (_, env, isTerminal, hasColors) => {
    await folder.write({ 'a.lfjob.json': '{}' });
    const { output } = await runCommand(['check'], { cwd: folder.path, env, isTerminal });
    expect(output.includes('\u001b[')).toBe(hasColors);
  });

  it('never has the text of a secret', async () => {
    const secret = `x${randomUUID()}`;
    await folder.write({
      'a.lfjob.json': `{"parameter":{"metadata_migration_parameter":{"datasource_parameter":{"password":"${secret}"}}}}`,
    });
    for (const format of ['pretty', 'json', 'sarif', 'github', 'gitlab', 'junit']) {
      const { output } = await runCommand(['check', '--format', format], { cwd: folder.path });
      expect(output).toContain('plaintext-secret');
      expect(output).not.toContain(secret);
    }
  });
});

describe('--watch', () => {
  /** A watch that runs, with its output so far. */
  interface Watch {
    readonly output: () => string;
    /** Ends it. @returns what it wrote to the standard error */
    readonly end: () => Promise<string>;
  }

  /** @param onOutput is called with all output so far whenever there is more */
  function watchIn(cwd: string, onOutput: (output: string) => void = () => undefined): Watch {
    const stop = new AbortController();
    let output = '';
    const ended = runCommand(['check', '--watch'], {
      cwd,
      stop: stop.signal,
      onOutput: (text) => {
        output = text;
        onOutput(text);
      },
    });
    return {
      output: () => output,
      end: async () => {
        stop.abort();
        return (await ended).errors;
      },
    };
  }

  it('checks again after a change, until it is stopped', async () => {
    await folder.write({ 'a.lfjob.json': comma });
    const watch = watchIn(folder.path);
    const checks = (): number => watch.output().split('Waiting for changes').length - 1;
    await vi.waitFor(() => expect(checks()).toBe(1), { timeout: 10_000 });
    expect(watch.output()).toContain('surplus-comma');
    // A watch that is being set up misses changes.
    await vi.waitFor(
      async () => {
        await folder.write({ 'a.lfjob.json': '{}', 'b.lfjob.json': '{ "nam": 1 }' });
        expect(watch.output()).toContain('b.lfjob.json');
      },
      { timeout: 10_000, interval: 200 },
    );
    await folder.write({ 'lfjob.config.json': '{ "rule": {} }' });
    await vi.waitFor(() => expect(checks()).toBeGreaterThan(2), { timeout: 10_000 });
    expect(await watch.end()).toContain('Unknown property "rule"');
  });

  it('shows nothing again that is the same, such as when its output is a file in the folder', async () => {
    await folder.write({ 'a.lfjob.json': comma });
    const watch = watchIn(folder.path, (text) => void folder.write({ 'output.txt': text }));
    await vi.waitFor(
      async () => {
        await folder.write({ 'b.lfjob.json': '{ "nam": 1 }' });
        expect(watch.output()).toContain('b.lfjob.json');
      },
      { timeout: 10_000, interval: 200 },
    );
    await watch.end();
    const shown = watch.output().split('Waiting for changes').slice(0, -1);
    expect(shown.filter((text, index) => text === shown[index - 1])).toEqual([]);
  });

  it('also looks at the configurations of the folders around', async () => {
    await folder.write({ '.git/x': '', 'jobs/a.lfjob.json': '// one\n{}' });
    const watch = watchIn(join(folder.path, 'jobs'));
    await vi.waitFor(() => expect(watch.output()).toContain('comment'), { timeout: 10_000 });
    await vi.waitFor(
      async () => {
        await folder.write({ 'lfjob.config.json': '{ "rules": { "comment": "hint" } }' });
        expect(watch.output().split('Waiting for changes').at(1)).toContain('hint');
      },
      { timeout: 10_000, interval: 200 },
    );
    await watch.end();
  });

  it('ends with a sentence where a folder can’t be watched', async () => {
    const error = Object.assign(new Error(), { code: 'ENOSPC' });
    vi.mocked(watch).mockImplementationOnce(() => {
      throw error;
    });
    await folder.write({ 'a.lfjob.json': comma });
    const { code, errors } = await runCommand(['check', '--watch'], { cwd: folder.path });
    expect([code, errors]).toEqual([2, `lfjob: Couldn’t watch "${folder.path}": ENOSPC.\n`]);
  });
});
