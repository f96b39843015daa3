import { describe, expect, test } from 'vitest';
import { jobEditorForSuite } from './support/jobEditor.ts';

const han = /\p{Script=Han}/u;

/** Mistakes in the example of a metadata discovery, each with a diagnostic of its own. */
const mistakes: readonly [right: string, wrong: string][] = [
  ['"PARQUET"', '"parquet_"'],
  ['"file_sample_rate": 100', '"file_sample_rate": 1000'],
  ['"table_depth": 2', '"table_depth": 0'],
  ['"give_write": false', '"give_wirte": false'],
  ['"analysts"', '"data-analysts"'],
  ['"execute_day": "*"', '"execute_day": "1"'],
  ['"execute_minute": "15"', '"execute_minute": 15,'],
  ['"log_location": "obs://lake-logs/discovery"', '"log_location": "/logs"'],
  ['"rediscovery_policy": "INCREMENTAL_DISCOVERY"', '"rediscovery_policy": true'],
  ['"target_database": "sales",', ''],
];

describe('in Simplified Chinese', () => {
  const editor = jobEditorForSuite(() => ({ locale: 'zh-cn' }));

  test('a hover has the texts of a property and of its values, and the names stay', async () => {
    const { editorPane, hoverWidget, screenshot } = editor().workbench;
    await editorPane.open('sales_discovery.lfjob.json');
    const text = await hoverWidget.over('execute_strategy', 'MANNUAL');
    expect(text).toMatch(/^execute_strategy · 可选/m);
    expect(text).toMatch(/^SCHEDULE — \p{Script=Han}/mu);
    await screenshot('chinese-hover');
  });

  test('a completion list has property names, and what they are in Chinese', async () => {
    const { editorPane, suggestWidget, screenshot } = editor().workbench;
    const { file } = await editor().workspace.addJob('ranger_permissions');
    await editorPane.open(file);
    await editorPane.clickText('"role_prefix": "ranger_"', 'after');
    await editorPane.press('Enter');
    await editorPane.type('"');
    await suggestWidget.waitUntilOpen();
    await expect.poll(() => suggestWidget.labels()).toContain('role_suffix');
    await suggestWidget.focus('role_suffix');
    expect(await suggestWidget.documentation()).toMatch(han);
    await screenshot('chinese-completion');
  });

  test('every problem of a job is a Chinese sentence', async () => {
    const { editorPane, problemsView, screenshot } = editor().workbench;
    const { file } = await editor().workspace.addJob('sales_discovery', (job) =>
      mistakes.reduce((text, [right, wrong]) => text.replace(right, wrong), job),
    );
    await editorPane.open(file);
    await problemsView.open();
    await expect.poll(async () => (await problemsView.problems()).length).toBeGreaterThanOrEqual(mistakes.length);
    for (const { message } of await problemsView.problems()) expect(message).toMatch(/\p{Script=Han}.*[。？]$/u);
    await screenshot('chinese-problems');
  });

  test('a job is submitted: signing in, the question, and the result are Chinese', async () => {
    const { workbench, workspace, service } = editor();
    const { editorPane, quickInput, dialogs, notifications, screenshot } = workbench;
    const { file, name } = await workspace.addJob('sales_discovery');
    await editorPane.open(file);
    await editorPane.clickAction('提交任务');
    await quickInput.waitFor('登录 local');
    await screenshot('chinese-sign-in');
    await quickInput.choose('粘贴 Token');
    await quickInput.waitFor('X-Subject-Token');
    await quickInput.paste(service.tokens.issue());
    await quickInput.accept();
    const { message, detail, buttons } = await dialogs.waitFor(`"${name}"`);
    await screenshot('chinese-confirmation');
    for (const line of [message, ...detail.split('\n')].filter((text) => text !== '')) expect(line).toMatch(han);
    expect(buttons).toContain('提交');
    await dialogs.click('提交');
    expect((await notifications.waitFor(`"${name}"`)).message).toMatch(/^已创建/);
    await screenshot('chinese-created');
    expect(service.requests.of('createJob')).toHaveLength(1);
  });

  test('the walkthrough and the rules are Chinese', async () => {
    const { markdownPreview, runCommand, screenshot, walkthrough } = editor().workbench;
    await walkthrough.open('LakeFormation Jobs 入门');
    for (const step of await walkthrough.steps()) expect(step).toMatch(han);
    await screenshot('chinese-walkthrough');
    await runCommand('LakeFormation: 显示规则');
    expect(await markdownPreview.waitFor('规则')).toContain('newer-edition');
    await screenshot('chinese-rules');
  });
});
