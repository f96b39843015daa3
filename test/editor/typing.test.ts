import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, test } from 'vitest';
import { readPublishedSchema } from '../../scripts/compileSchemas.ts';
import { strictSchema } from '../../scripts/strictSchema.ts';
import { editorForSuite } from './harness/editorForSuite.ts';
import { typeLines, typeWithLists } from './typing/byHand.ts';
import { scriptsWithJsonSupport } from './typing/withJsonSupport.ts';
import { instanceId, jobs, jobTypes, type JobType } from './typing/jobs.ts';
import { pressesOf, type Script } from './typing/script.ts';
import { play } from './typing/typist.ts';
import { scriptsWithExtension } from './typing/withExtension.ts';

const byHandFile = 'by_hand.lfjob.json';
const repository = fileURLToPath(new URL('../..', import.meta.url));

describe('typing a whole job with the keyboard alone', () => {
  let folder: string;
  const editor = editorForSuite(async () => {
    folder = await mkdtemp(join(tmpdir(), 'lfjob-typing-'));
    for (const type of jobTypes) {
      await writeFile(join(folder, extensionFile(type)), '');
      await writeFile(join(folder, jsonFile(type)), '');
    }
    await writeFile(join(folder, byHandFile), '');
    const schema = strictSchema(await readPublishedSchema());
    const connection = { name: 'dev', region: 'cn-north-4', projectId: '0'.repeat(32), instanceId };
    return {
      workspaceFolder: folder,
      extensionDevelopmentPath: repository,
      userSettings: {
        'json.schemas': [{ fileMatch: jobTypes.map((type) => `/${jsonFile(type)}`), schema }],
        'lakeformation.connections': [connection],
      },
    };
  });
  afterAll(async () => rm(folder, { recursive: true, force: true }));

  /**
   * The value of the document that a script makes of an empty one, after the language server has answered with
   * `firstLabel`.
   */
  async function typed(name: string, firstLabel: string, script: Script): Promise<unknown> {
    const { workbench, page } = editor();
    await workbench.editorPane.open(name);
    await expect.poll(offered).toContain(firstLabel);
    await play(script, workbench, page);
    await workbench.editorPane.save();
    return JSON.parse(await workbench.editorPane.savedText(name));
  }

  async function offered(): Promise<string[]> {
    const { suggestWidget } = editor().workbench;
    await suggestWidget.trigger();
    const labels = await suggestWidget.labels();
    await suggestWidget.cancel();
    return labels;
  }

  test.each(jobTypes)('%s with the extension', async (type) => {
    expect(await typed(extensionFile(type), type, scriptsWithExtension[type])).toEqual(jobs[type]);
  });

  test.each(jobTypes)('%s with JSON support and the same schema, which takes more presses', async (type) => {
    expect(await typed(jsonFile(type), '{}', scriptsWithJsonSupport[type])).toEqual(jobs[type]);
    expect(pressesOf(scriptsWithExtension[type])).toBeLessThan(pressesOf(scriptsWithJsonSupport[type]));
  });

  test('by hand, with the first match accepted by Enter wherever it is the right one', async () => {
    const { workbench, page } = editor();
    const job = jobs.METADATA_DISCOVERY;
    await workbench.editorPane.open(byHandFile);
    await expect.poll(offered).toContain(job.type);
    await typeWithLists(workbench, page, job, isListed, (value) => value === instanceId);
    expect(await workbench.editorPane.text()).toBe(JSON.stringify(job, undefined, 2));
  });
});

describe('typing a job by hand', () => {
  let folder: string;
  const editor = editorForSuite(async () => {
    folder = await mkdtemp(join(tmpdir(), 'lfjob-by-hand-'));
    for (const name of [...jobTypes.map(extensionFile), 'slow.lfjob.json']) {
      await writeFile(join(folder, name), '');
    }
    const connection = { name: 'dev', region: 'cn-north-4', projectId: '0'.repeat(32), instanceId };
    return {
      workspaceFolder: folder,
      extensionDevelopmentPath: repository,
      userSettings: { 'lakeformation.connections': [connection], 'editor.autoClosingBrackets': 'never' },
    };
  });
  afterAll(async () => rm(folder, { recursive: true, force: true }));

  const short = { name: 'crm_ranger', type: 'PERMISSION_MIGRATION', parameter: { smn_notify: true } };

  test.each([
    ...jobTypes.map((type) => [30, extensionFile(type), jobs[type]] as const),
    [400, 'slow.lfjob.json', short] as const,
  ])('comes out as typed at %i ms a key, Enter after each line: %s', async (delay, file, job) => {
    const { workbench, page } = editor();
    const text = JSON.stringify(job, undefined, 4);
    await workbench.editorPane.open(file);
    await typeLines(page, text, delay);
    await expect.poll(async () => unindented(await workbench.editorPane.text())).toBe(unindented(`${text}\n`));
  });
});

/** Lines without their indentation, which is the editor's. */
function unindented(text: string): string {
  return text.replaceAll(/^ +/gm, '');
}

function isListed(value: string): boolean {
  return /^[A-Z_]+$/.test(value);
}

function extensionFile(type: JobType): string {
  return `${type.toLowerCase()}.lfjob.json`;
}

function jsonFile(type: JobType): string {
  return `plain_${type.toLowerCase()}.json`;
}
