import { afterAll, expect, test } from 'vitest';
import { editorForSuite } from './harness/editorForSuite.ts';
import { createJobWorkspace, type JobWorkspace } from './support/jobWorkspace.ts';

let workspace: JobWorkspace;
const editor = editorForSuite(async () => {
  workspace = await createJobWorkspace();
  return { ...workspace.launchOptions, extensionHost: 'web' };
});
afterAll(async () => workspace.remove());

test('the code of a diagnostic opens the description of its rule, which a restart keeps', async () => {
  const { editorPane, problemsView, markdownPreview } = editor().workbench;
  await editorPane.open('sales_discovery.lfjob.json');
  await editorPane.replaceAll('{ "type": "METADATA_DISCOVERYS" }');
  await problemsView.open();
  await problemsView.openDocumentation('unknown-value');
  expect(await markdownPreview.waitFor('unknown-value')).toContain('MANNUAL');
  await editor().workbench.screenshot('rule-documentation');
  await editor().workbench.runCommand('Developer: Reload Window');
  await markdownPreview.waitFor('unknown-value');
  await markdownPreview.clickLink('All rules');
  expect(await markdownPreview.waitFor('Rules')).toContain('newer-edition');
});
