import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, test } from 'vitest';
import { readPublishedSchema } from '../../scripts/compileSchemas.ts';
import { strictSchema } from '../../scripts/strictSchema.ts';
import { editorForSuite } from './harness/editorForSuite.ts';
import { scriptsWithJsonSupport } from './typing/withJsonSupport.ts';
import { instanceId, jobs, jobTypes, type JobType } from './typing/jobs.ts';
import { pressesOf, type Script } from './typing/script.ts';
import { play } from './typing/typist.ts';
import { scriptsWithExtension } from './typing/withExtension.ts';

const repository = fileURLToPath(new URL('../..', import.meta.url));

describe('typing a whole job with the keyboard alone', () => {
  let folder: string;
  const editor = editorForSuite(async () => {
    folder = await mkdtemp(join(tmpdir(), 'lfjob-typing-'));
    for (const type of jobTypes) {
      await writeFile(join(folder, extensionFile(type)), '');
      await writeFile(join(folder, jsonFile(type)), '');
    }
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

  /** The value of the document that a script makes of an empty one, whose language server has answered with `firstLabel`. */
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
});

function extensionFile(type: JobType): string {
  return `${type.toLowerCase()}.lfjob.json`;
}

function jsonFile(type: JobType): string {
  return `plain_${type.toLowerCase()}.json`;
}
