import { readFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { jobEditorForSuite } from './support/jobEditor.ts';

const sample = readFileSync(new URL('../../samples/hive_mrs_rds_mysql_peering.lfjob.json', import.meta.url), 'utf8');
const job = readFileSync(new URL('../fixtures/valid/discovery_small.lfjob.json', import.meta.url), 'utf8');

describe('New Job', () => {
  const editor = jobEditorForSuite(async ({ folder }) => {
    await writeFile(join(folder, 'plain.json'), job);
    return {};
  });

  test('shows samples, and opens one with the instance of the connection in the folder', async () => {
    const { editorPane, quickInput, runCommand, screenshot } = editor().workbench;
    await runCommand('LakeFormation: New Job');
    await quickInput.choose('From Sample');
    await expect.poll(() => editorPane.text()).toContain('"network_type": "VPC_PEERING"');
    await screenshot('sample-preview');
    await quickInput.choose('MRS Hive metastore in RDS for MySQL');
    await editorPane.waitFor('hive_mrs_rds_mysql_peering.lfjob.json');
    const { instanceId } = editor().service;
    const expected: unknown = JSON.parse(sample.replace(/("instance_id": ")[0-]+/, `$1${instanceId}`));
    await expect
      .poll(async () => {
        const shown: unknown = JSON.parse(await editorPane.text());
        return shown;
      })
      .toEqual(expected);
    expect(await editorPane.languageId()).toBe('lfjob');
    await screenshot('new-job-from-sample');
    await editorPane.save();
    expect(JSON.parse(await editorPane.savedText('hive_mrs_rds_mysql_peering.lfjob.json'))).toEqual(expected);
  });

  test('opens a job with quick fixes after a sample was shown, which is read-only', async () => {
    const { editorPane, quickFixes, quickInput, runCommand } = editor().workbench;
    await runCommand('LakeFormation: New Job');
    await quickInput.choose('From Sample');
    await expect.poll(() => editorPane.text()).toContain('"network_type": "VPC_PEERING"');
    await quickInput.cancel();
    await runCommand('LakeFormation: Open Practice Job');
    await editorPane.waitFor('nightly_sales.lfjob.json');
    await expect.poll(() => editorPane.squiggles('error')).toBeGreaterThan(3);
    await editorPane.goTo(7, 10);
    await quickFixes.open();
    expect(await quickFixes.titles()).toContain('Rename to "data_location"');
  });

  test('opens a type as a snippet, indented by 2 spaces', async () => {
    const { editorPane, quickInput, runCommand } = editor().workbench;
    await runCommand('LakeFormation: New Job');
    await quickInput.choose('Metadata discovery');
    await editorPane.waitFor('metadata_discovery.lfjob.json');
    await expect.poll(() => editorPane.text()).toContain('\n  "type": "METADATA_DISCOVERY",\n  "parameter": {\n    "');
  });

  test('a JSON file that looks like a job is renamed where the user wants it', async () => {
    const { editorPane, notifications } = editor().workbench;
    // Then the extension runs.
    await editorPane.open('sales_discovery.lfjob.json');
    await expect.poll(() => editorPane.hasAction('Submit Job')).toBe(true);
    await editorPane.open('plain.json');
    await notifications.click('looks like a LakeFormation job', 'Rename');
    await editorPane.waitFor('plain.lfjob.json');
    await expect.poll(() => editorPane.languageId()).toBe('lfjob');
  });
});
