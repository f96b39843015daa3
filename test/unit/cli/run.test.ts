import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import manifest from '../../../package.json' with { type: 'json' };
import { runCommand, temporaryFolder, type TemporaryFolder } from '../../support/commandLine.ts';

const job = '{ "name": "job_1", "type": "METADATA_DISCOVERY", "parameter": {} }';

let folder: TemporaryFolder;
beforeAll(async () => {
  folder = await temporaryFolder({
    'a.lfjob.json': job,
    'docs/readme.txt': '',
    'endpoint/lfjob.config.json': '{ "endpoint": "https://host" }',
    'endpoint/a.lfjob.json': job,
    'broken/lfjob.config.json': '{ "rules": ',
    'broken/a.lfjob.json': job,
    'severity/lfjob.config.json': '{ "rules": { "comment": "loud" } }',
    'severity/a.lfjob.json': job,
  });
});
afterAll(async () => folder.remove());

describe('a command line that is wrong ends with one sentence and exit code 2', () => {
  it.each<[string, string]>([
    ['', 'Enter a command, such as "lfjob check". Run "lfjob --help" to list them.'],
    ['chek', 'Unknown command "chek". Did you mean "check"?'],
    ['deploy', 'Unknown command "deploy". Run "lfjob --help" to list the commands.'],
    ['--verson', 'Unknown option "--verson". Did you mean "--version"?'],
    ['check --fixx', 'Unknown option "--fixx". Did you mean "--fix"?'],
    ['check --zzz', 'Unknown option "--zzz".'],
    ['check -x', 'Unknown option "-x".'],
    ['check --fix=yes', '"--fix" can’t have a value.'],
    ['check --format', '"--format" requires a value: FORMAT.'],
    ['check --format=', '"--format" requires a value: FORMAT.'],
    ['check --format xml', '"--format" must be pretty, json, sarif, github, gitlab, or junit, not "xml".'],
    ['check --max-warnings -1', '"--max-warnings" must be an integer from 0 to 999999999, not "-1".'],
    ['check --max-warnings many', '"--max-warnings" must be an integer from 0 to 999999999, not "many".'],
    ['check --rules comment', '"--rules" must be CODE=SEVERITY, not "comment".'],
    ['check --rules comment=off=on', '"--rules" must be CODE=SEVERITY, not "comment=off=on".'],
    ['check --rules coment=off', '"--rules": unknown rule "coment". Did you mean "comment"?'],
    [
      'check --rules comment=loud',
      '"--rules": the severity of "comment" must be error, warning, information, hint, or off.',
    ],
    ['check --stdin-filename a.lfjob.json', '"--stdin-filename" requires "--stdin".'],
    ['check --stdin a.lfjob.json', '"--stdin" can’t be combined with files.'],
    ['check --stdin --fix', '"--stdin" can’t be combined with "--fix".'],
    ['check --stdin --watch', '"--stdin" can’t be combined with "--watch".'],
    ['check --watch --format json', '"--watch" can’t be combined with "--format json".'],
    ['check missing', 'There is no file or folder "missing".'],
    ['check missing/*.lfjob.json', 'Couldn’t read "missing": ENOENT.'],
    ['check docs', 'No jobs in "docs".'],
    ['check docs/*.md', 'No jobs in "docs/*.md".'],
    ['check docs a.lfjob.json', 'No jobs in "docs".'],
    [
      'check endpoint',
      'Couldn’t use "endpoint/lfjob.config.json": Unknown property "endpoint". Only these can be set: "rules", "files", "ignore".',
    ],
    ['check broken/a.lfjob.json', 'Couldn’t use "broken/lfjob.config.json": It isn’t valid JSON (line 1, column 3).'],
    [
      'check --stdin --stdin-filename severity/new.lfjob.json',
      'Couldn’t use "severity/lfjob.config.json": "rules": the severity of "comment" must be error, warning, information, hint, or off.',
    ],
    ['format --indent 0', '"--indent" must be "tab" or a number from 1 to 16, not "0".'],
    ['format --indent tabs', '"--indent" must be "tab" or a number from 1 to 16, not "tabs".'],
    ['format --fix', 'Unknown option "--fix".'],
    ['new METADATA_MIGRATIO', 'Unknown type or sample "METADATA_MIGRATIO". Did you mean "METADATA_MIGRATION"?'],
    ['new everything', 'Unknown type or sample "everything". Run "lfjob new --help" to list them.'],
    ['new a b', 'Unexpected argument "b".'],
    ['new monthly_orc --output a.lfjob.json', 'Couldn’t write "a.lfjob.json": the file already exists.'],
    ['new monthly_orc --output missing/b.lfjob.json', 'Couldn’t write "missing/b.lfjob.json": ENOENT.'],
    ['explain coment', 'Unknown rule "coment". Did you mean "comment"?'],
    ['explain everything', 'Unknown rule "everything". Run "lfjob explain" to list the rules.'],
    ['schema lfjob', 'Unexpected argument "lfjob".'],
  ])('lfjob %s', async (line, sentence) => {
    const commandLine = line === '' ? [] : line.split(' ');
    expect(await runCommand(commandLine, { cwd: folder.path })).toEqual({
      code: 2,
      output: '',
      errors: `lfjob: ${sentence}\n`,
    });
  });

  it('in Chinese, too', async () => {
    const { errors } = await runCommand(['check', '--format', 'xml', '--locale', 'zh-CN']);
    expect(errors).toBe('lfjob: "--format" 必须为 pretty、json、sarif、github、gitlab 或 junit，不能为 "xml"。\n');
  });

  it('without the controls that an argument has', async () => {
    const { errors } = await runCommand(['\u001b[31mcheck\u0007']);
    expect(errors).toContain('Unknown command "\\u001b[31mcheck\\u0007".');
  });
});

describe('lfjob', () => {
  it('shows its version', async () => {
    expect(await runCommand(['--version'])).toEqual({ code: 0, output: `${manifest.version}\n`, errors: '' });
  });

  it.each([[['--help']], [['-h']]])('shows the commands by %j', async (commandLine) => {
    const { code, output } = await runCommand(commandLine);
    expect(code).toBe(0);
    expect(output).toContain('  check [PATH…]   Check jobs');
    expect(output).toContain('Exit codes:');
  });

  it('shows the options of a command', async () => {
    const { output } = await runCommand(['check', '--help']);
    expect(output).toContain('Usage: lfjob check [PATH…] [OPTION…]');
    expect(output).toContain('--max-warnings NUMBER');
  });

  it('lists the types and samples of new jobs', async () => {
    const { output } = await runCommand(['new', '-h']);
    expect(output).toContain('METADATA_DISCOVERY');
    expect(output).toContain('monthly_orc');
  });

  it.each<[Readonly<Record<string, string>>, string]>([
    [{ LANG: 'zh_CN.UTF-8' }, '用法：'],
    [{ LC_ALL: 'zh_CN.UTF-8', LANG: 'C' }, '用法：'],
    [{ LC_MESSAGES: 'zh_SG', LANG: 'en_US' }, '用法：'],
    [{ LC_ALL: '', LANG: 'zh' }, '用法：'],
    [{ LC_ALL: 'C', LANG: 'zh_CN' }, 'Usage:'],
    [{ LANG: 'zh_TW' }, 'Usage:'],
  ])('follows the locale of the environment: %j', async (env, word) => {
    expect((await runCommand(['--help'], { env })).output).toContain(word);
  });

  it('prefers the locale of its arguments', async () => {
    const env = { LANG: 'zh_CN' };
    expect((await runCommand(['--locale', 'en', '--help'], { env })).output).toContain('Usage:');
    expect((await runCommand(['--help', '--locale=zh'])).output).toContain('用法：');
  });
});
