import { readFileSync } from 'node:fs';
import { afterEach, describe, expect, test } from 'vitest';
import { runCommand, temporaryFolder, type TemporaryFolder } from '../../support/commandLine.ts';
import { instanceCommandsForTests, jobOf } from '../../support/instanceCommands.ts';

const page = readFileSync(new URL('../../../docs/ci.md', import.meta.url), 'utf8');
const job = readFileSync(new URL('../../../examples/sales_discovery.lfjob.json', import.meta.url), 'utf8');

/** The commands of the page, without where their output goes. */
const allCommands = Array.from(page.matchAll(/npx lfjob ([a-z][^\n'>]*)/g), ([, command = '']) => command.trim());
const commands = allCommands.filter((command) => !command.startsWith('apply'));

let folder: TemporaryFolder | undefined;
afterEach(async () => folder?.remove());

async function codeOf(command: string, text: string): Promise<number> {
  folder = await temporaryFolder({ 'jobs/a.lfjob.json': text });
  return (await runCommand(command.split(/\s+/), { cwd: folder.path })).code;
}

describe('in the examples for continuous integration', () => {
  test('are the formats that are for one', () => {
    for (const format of ['github', 'sarif', 'gitlab', 'junit']) expect(commands.join('\n')).toContain(format);
  });

  test.each(commands)('lfjob %s accepts a job without problems', async (command) => {
    expect(await codeOf(command, job)).toBe(0);
  });

  test.each(commands.filter((command) => command.startsWith('check')))(
    'lfjob %s fails for an error',
    async (command) => {
      expect(await codeOf(command, job.replace('"UPSERT"', '"UPDATE_ALL"'))).toBe(1);
    },
  );

  test.each(commands.filter((command) => command.includes('format --check')))(
    'lfjob %s fails for another layout',
    async (command) => {
      expect(await codeOf(command, JSON.stringify(JSON.parse(job)))).toBe(1);
    },
  );
});

describe('in the example that deploys', () => {
  const instance = instanceCommandsForTests();

  test.each(allCommands.filter((command) => command.startsWith('apply')))(
    'lfjob %s submits the jobs',
    async (command) => {
      const { service, folder: jobs, run } = instance();
      await jobs.write({ 'a.lfjob.json': JSON.stringify(jobOf(service, 'job_a')) });
      const [, ...options] = command.replace(/ --region .*$/, '').split(' ');
      expect(command).toMatch(/ --region \S+ --project "\$PROJECT" --instance "\$INSTANCE"$/);
      expect((await run(['apply', ...options])).code).toBe(0);
      expect(service.jobs.all.map(({ name }) => name)).toEqual(['job_a']);
    },
  );
});
