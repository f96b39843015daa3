import { fileURLToPath } from 'node:url';
import { afterAll, expect, test } from 'vitest';
import manifest from '../../package.json' with { type: 'json' };
import { editorForSuite } from '../editor/harness/editorForSuite.ts';
import { createJobWorkspace, type JobWorkspace } from '../editor/support/jobWorkspace.ts';

const vsix = new URL(`../../${manifest.name}-${manifest.version}.vsix`, import.meta.url);

let workspace: JobWorkspace;
const editor = editorForSuite(async () => {
  workspace = await createJobWorkspace();
  const { workspaceFolder } = workspace.launchOptions;
  return { workspaceFolder, vsixPath: fileURLToPath(vsix) };
});
afterAll(async () => workspace.remove());

test('the packed extension activates and helps', async () => {
  const { editorPane, hoverWidget, problemsView, markdownPreview } = editor().workbench;
  await editorPane.open('sales_discovery.lfjob.json');
  expect(await editorPane.languageId()).toBe('lfjob');
  expect(await hoverWidget.over('execute_strategy', 'MANNUAL')).toContain('← current');
  await editorPane.replaceAll('{ "type": "METADATA_DISCOVERYS" }');
  await problemsView.open();
  await problemsView.openDocumentation('unknown-value');
  await markdownPreview.waitFor('unknown-value');
});
