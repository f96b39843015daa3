import { describe, expect, test } from 'vitest';
import { jobEditorForSuite } from './support/jobEditor.ts';
import { signIn } from './support/session.ts';

const submitKey = 'ctrl+k ctrl+enter';

describe('without a connection', () => {
  const editor = jobEditorForSuite(() => ({ userSettings: {} }));

  test('the palette lists what can be done without one', async () => {
    const { editorPane, quickInput } = editor().workbench;
    await editorPane.open('sales_discovery.lfjob.json');
    await expect.poll(() => editorPane.hasAction('Submit Job')).toBe(true);
    await expect
      .poll(() => quickInput.commands('LakeFormation: '))
      .toEqual([
        'LakeFormation: Add Connection',
        'LakeFormation: Check Prerequisites',
        'LakeFormation: Compare with Job',
        'LakeFormation: Copy as cURL',
        'LakeFormation: Copy as KooCLI Input',
        'LakeFormation: Copy Job ID',
        'LakeFormation: Copy JSON Path',
        'LakeFormation: Delete Job',
        'LakeFormation: Focus on Jobs View',
        'LakeFormation: Manage Connection',
        'LakeFormation: Manage Job',
        'LakeFormation: New Job',
        'LakeFormation: Open Job',
        'LakeFormation: Open Practice Job',
        'LakeFormation: Preview Request',
        'LakeFormation: Set Secret',
        'LakeFormation: Show Job History',
        'LakeFormation: Show Job Log',
        'LakeFormation: Show Log',
        'LakeFormation: Show Rules',
        'LakeFormation: Show Submissions',
        'LakeFormation: Sort Properties',
        'LakeFormation: Start Job',
        'LakeFormation: Stop Job',
        'LakeFormation: Submit and Run',
        'LakeFormation: Submit Changed Jobs',
        'LakeFormation: Submit Job',
        'LakeFormation: Take Remote Version',
      ]);
  });

  test('the request is previewed with placeholders, and no question', async () => {
    const { editorPane, runCommand, screenshot } = editor().workbench;
    await editorPane.open('sales_discovery.lfjob.json');
    await runCommand('LakeFormation: Preview Request');
    await editorPane.waitFor('sales_discovery.request.http');
    await expect
      .poll(() => editorPane.text())
      .toMatch(/run Add Connection[^]*^POST https:[/][/]\{endpoint\}[/]v1[/]\{project_id\}/m);
    await screenshot('request-preview-placeholders');
  });
});

describe('with a connection', () => {
  const editor = jobEditorForSuite();

  test('Submit Job has a key that no command of VS Code has', async () => {
    const { clipboard, editorPane, quickInput, runCommand } = editor().workbench;
    const { page } = editor();
    await editorPane.open('sales_discovery.lfjob.json');
    await runCommand('Preferences: Open Default Keyboard Shortcuts (JSON)');
    await editorPane.waitFor('keybindings.json');
    await expect
      .poll(async () => {
        await page.keyboard.press('ControlOrMeta+A');
        await page.keyboard.press('ControlOrMeta+C');
        return clipboard.read();
      })
      .toContain('"key":');
    const bindings = (await clipboard.read()).split(/^\{/m).filter((binding) => binding.includes(`"${submitKey}"`));
    expect(bindings).toEqual([expect.stringContaining('"lakeformation.submitJob"')]);

    await editorPane.open('sales_discovery.lfjob.json');
    await page.keyboard.press('Control+K');
    await page.keyboard.press('Control+Enter');
    await quickInput.waitFor('Sign in to local');
    await quickInput.cancel();
  });

  test('the palette lists Sign In, and Sign Out once it can do something', async () => {
    const { editorPane, quickInput } = editor().workbench;
    await editorPane.open('sales_discovery.lfjob.json');
    await expect.poll(() => quickInput.commands('LakeFormation: Sign')).toEqual(['LakeFormation: Sign In']);
    await signIn(editor().workbench, editor().service);
    await expect
      .poll(() => quickInput.commands('LakeFormation: Sign'))
      .toEqual(['LakeFormation: Sign In', 'LakeFormation: Sign Out']);
  });

  test('Submit Job and Preview Request are in the menus of files and tabs', async () => {
    const { contextMenu, explorer } = editor().workbench;
    const { page } = editor();
    await explorer.open('ranger_permissions.lfjob.json');
    const tab = page.getByRole('tab', { name: 'ranger_permissions.lfjob.json' });
    for (const open of [
      async () => explorer.openContextMenu('ranger_permissions.lfjob.json'),
      async () => tab.click({ button: 'right' }),
    ]) {
      await open();
      await expect.poll(() => contextMenu.items()).toEqual(expect.arrayContaining(['Submit Job', 'Preview Request']));
      await contextMenu.cancel();
    }
  });
});
