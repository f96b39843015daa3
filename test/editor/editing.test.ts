import { afterAll, describe, expect, test } from 'vitest';
import { editorForSuite } from './harness/editorForSuite.ts';
import { createJobWorkspace, type JobWorkspace } from './support/jobWorkspace.ts';

const patience = { timeout: 30_000 };

describe.each(['node', 'web'] as const)('editing a job, the extension running in its %s host', (extensionHost) => {
  let workspace: JobWorkspace;
  const editor = editorForSuite(async () => {
    workspace = await createJobWorkspace();
    return { ...workspace.launchOptions, extensionHost };
  });
  afterAll(async () => workspace.remove());

  test('a job file is a LakeFormation Job, without a problem, and can be submitted', async () => {
    const { editorPane, problemsView } = editor().workbench;
    await editorPane.open('sales_discovery.lfjob.json');
    expect(await editorPane.languageId()).toBe('lfjob');
    expect(await editorPane.languageName()).toBe('LakeFormation Job');
    await expect.poll(async () => editorPane.hasAction('Submit Job'), patience).toBe(true);
    await problemsView.open();
    await expect.poll(async () => problemsView.problems(), patience).toEqual([]);
  });

  test('hovering over an enumeration tells its values, the current one marked', async () => {
    const { editorPane, hoverWidget } = editor().workbench;
    await editorPane.open('sales_discovery.lfjob.json');
    const text = await hoverWidget.over('execute_strategy', 'Allowed values');
    expect(text).toContain(
      'SCHEDULE — Runs by itself as execute_frequency, execute_day, execute_hour and execute_minute say. ← current',
    );
    expect(text).toContain('MANNUAL — Runs when it is started');
    await editor().workbench.screenshot(`hover-${extensionHost}`);
    await hoverWidget.leave();
  });

  test('a wrong value is one problem, ours, at the value; the built-in JSON server says nothing', async () => {
    const { editorPane, problemsView } = editor().workbench;
    await editorPane.open('sales_discovery.lfjob.json');
    await editorPane.clickText('INCREMENTAL_DISCOVERY', 'after');
    await editorPane.type('S');
    await problemsView.open();
    await expect
      .poll(async () => problemsView.problems(), patience)
      .toEqual([
        {
          file: 'sales_discovery.lfjob.json',
          severity: 'error',
          message:
            '"rediscovery_policy" cannot be "INCREMENTAL_DISCOVERYS". Did you mean INCREMENTAL_DISCOVERY? Allowed: FULL_DISCOVERY, INCREMENTAL_DISCOVERY.',
          source: 'lfjob',
          code: 'unknown-value',
          codeLink: 'https://github.com/lfjob/lakeformation-jobs/blob/main/docs/rules.md#unknown-value',
          line: 24,
          column: 29,
        },
      ]);
    await editor().workbench.screenshot(`problems-${extensionHost}`);
    await editorPane.focus();
    await editorPane.press('Backspace');
    await expect.poll(async () => problemsView.problems(), patience).toEqual([]);
  });

  test('a member is completed with its value, and the comma before it', async () => {
    const { editorPane, suggestWidget } = editor().workbench;
    await editorPane.open('ranger_permissions.lfjob.json');
    await editorPane.clickText('"role_prefix": "ranger_"', 'after');
    await editorPane.press('Enter');
    await editorPane.type('"');
    await suggestWidget.waitUntilOpen();
    const suggestions = await suggestWidget.suggestions();
    expect(suggestions.map(({ label }) => label)).toEqual([
      'user_prefix',
      'user_suffix',
      'group_prefix',
      'group_suffix',
      'role_suffix',
    ]);
    await suggestWidget.focus('role_suffix');
    expect(await suggestWidget.documentation()).toContain('A text put behind the name of every converted role.');
    await editor().workbench.screenshot(`completion-${extensionHost}`);
    await suggestWidget.accept('role_suffix');
    await expect
      .poll(async () => editorPane.text(), patience)
      .toContain('        "role_prefix": "ranger_",\n        "role_suffix": "_ranger"\n      }');
    await editorPane.close();
  });

  test('a block comes with its mandatory members, and choices follow the type', async () => {
    const { editorPane, suggestWidget } = editor().workbench;
    await editorPane.open('hive_to_lake.lfjob.json');
    await editorPane.replaceAll('{\n  "type": "PERMISSION_MIGRATION",\n  "parameter": {}\n}\n');
    await editorPane.clickText('{}', 'middle');
    await suggestWidget.trigger();
    expect((await suggestWidget.labels())[0]).toBe('permission_migration_parameter');
    await suggestWidget.accept('permission_migration_parameter');
    await expect
      .poll(async () => editorPane.text(), patience)
      .toContain(
        [
          '"permission_migration_parameter": {',
          '    "location": "obs://lake-permissions/ranger/",',
          '    "log_location": "obs://lake-logs/permissions",',
          '    "policy_type": "RANGER",',
        ].join('\n'),
      );
    await editorPane.press('Escape');
    await editorPane.close();
  });

  test('a snippet starts a job', async () => {
    const { editorPane, suggestWidget, problemsView } = editor().workbench;
    await editorPane.open('hive_to_lake.lfjob.json');
    await editorPane.replaceAll('');
    await editorPane.type('lf-metadata-d');
    await suggestWidget.waitUntilOpen();
    await suggestWidget.accept('lf-metadata-discovery');
    await expect.poll(async () => editorPane.text(), patience).toContain('"metadata_discovery_parameter": {');
    await editorPane.press('Escape');
    await problemsView.open();
    // All that is left to do is to say which instance.
    await expect
      .poll(async () => (await problemsView.problems()).map(({ code }) => code), patience)
      .toEqual(['instance-mismatch']);
    await editor().workbench.screenshot(`snippet-${extensionHost}`);
    await editorPane.focus();
    await editorPane.close();
  });
});
