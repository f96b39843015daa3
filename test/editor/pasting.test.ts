import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { jobEditorForSuite } from './support/jobEditor.ts';

const job = readFileSync(new URL('../fixtures/valid/discovery_small.lfjob.json', import.meta.url), 'utf8');
const token = randomUUID();
const curl = `curl https://lakeformation.example.com/v1/p/instances/i/lf-jobs \\\n  -H 'X-Auth-Token: ${token}' \\\n  -d '${job}'\n`;
const yaml = 'name: sales_discovery\ntype: METADATA_DISCOVERY\nparameter: {}\n';

describe('a text with a job in another format', () => {
  const editor = jobEditorForSuite(async ({ folder }) => {
    await writeFile(join(folder, 'empty.lfjob.json'), '');
    await writeFile(join(folder, 'curl.lfjob.json'), curl);
    await writeFile(join(folder, 'yaml.lfjob.json'), yaml);
    return {};
  });

  test('becomes the job when it is pasted into an empty document, and its token is reported', async () => {
    const { editorPane, notifications, screenshot } = editor().workbench;
    await editorPane.open('empty.lfjob.json');
    // Then the extension runs.
    await expect.poll(() => editorPane.squiggles('error')).toBe(1);
    await editorPane.paste(curl);
    await expect.poll(() => editorPane.text()).toContain('"metadata_discovery_parameter"');
    await notifications.waitFor('Removed a token');
    await screenshot('pasted-curl');
    const text = await editorPane.text();
    expect(JSON.parse(text)).toEqual(JSON.parse(job));
  });

  test('is one problem, and the fix keeps the job', async () => {
    const { editorPane, problemsView, quickFixes, notifications, screenshot } = editor().workbench;
    await editorPane.open('curl.lfjob.json');
    await problemsView.open();
    await expect.poll(async () => (await problemsView.problems()).map(({ code }) => code)).toEqual(['other-format']);
    await editorPane.clickText('curl ');
    await quickFixes.open();
    await screenshot('curl-fix');
    await quickFixes.choose('Keep only the job, without the token');
    await expect.poll(() => editorPane.text()).not.toContain('curl');
    await notifications.waitFor('Removed a token');
    expect(JSON.parse(await editorPane.text())).toEqual(JSON.parse(job));
  });

  test('in YAML is converted', async () => {
    const { editorPane, quickFixes } = editor().workbench;
    await editorPane.open('yaml.lfjob.json');
    await expect.poll(() => editorPane.squiggles('error')).toBe(1);
    await editorPane.clickText('sales_discovery');
    await quickFixes.open();
    await quickFixes.choose('Keep only the job');
    await expect
      .poll(() => editorPane.text())
      .toBe('{\n  "name": "sales_discovery",\n  "type": "METADATA_DISCOVERY",\n  "parameter": {}\n}\n');
  });
});
