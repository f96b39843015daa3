import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { repositoryFolder } from '../../scripts/editor/repository.ts';
import { Animation } from './animation.ts';
import { framePicture, pictureEditor } from './pictureEditor.ts';

/** The size of the pictures, in CSS pixels. */
const [width, height] = [960, 640];

/** The largest animated picture, in bytes. */
const largest = 3_000_000;

const pictures = join(repositoryFolder, 'docs', 'images');

/** What is clicked, the file of the picture, and the editor's language. */
const languages = [
  {
    locale: undefined,
    picture: 'editor.gif',
    signIn: 'LakeFormation: Sign In',
    signInTo: 'Sign in to local',
    pasteToken: 'Paste a token',
    signedIn: 'Signed in with a token',
    openPracticeJob: 'LakeFormation: Open Practice Job',
    renameTo: 'Rename to "data_location"',
    insert: 'Insert',
    replaceWith: 'Replace with',
    submitJob: 'Submit Job',
    submit: 'Submit',
  },
  {
    locale: 'zh-cn',
    picture: 'editor.zh-cn.gif',
    signIn: 'LakeFormation: 登录',
    signInTo: '登录 local',
    pasteToken: '粘贴 Token',
    signedIn: '已使用 Token 登录',
    openPracticeJob: 'LakeFormation: 打开练习任务',
    renameTo: '重命名为 "data_location"',
    insert: '插入',
    replaceWith: '替换为',
    submitJob: '提交任务',
    submit: '提交',
  },
] as const;

describe.each(languages)('the picture of the README: $picture', ({ locale, ...texts }) => {
  const editor = pictureEditor('dark', { 'editor.fontSize': 15, 'editor.lineHeight': 22 }, locale);

  test('has a job that is fixed, extended, and submitted', async () => {
    const { page, service, workbench } = editor();
    const { dialogs, editorPane, notifications, quickFixes, quickInput, runCommand, suggestWidget } = workbench;
    const animation = new Animation(page);
    await editorPane.open('sales_discovery.lfjob.json');
    await runCommand(texts.signIn);
    await quickInput.waitFor(texts.signInTo);
    await quickInput.choose(texts.pasteToken);
    await quickInput.waitFor('X-Subject-Token');
    await quickInput.paste(service.tokens.issue());
    await quickInput.accept();
    await notifications.waitFor(texts.signedIn);
    await notifications.clear();
    await editorPane.close();
    await runCommand(texts.openPracticeJob);
    await editorPane.waitFor('nightly_sales.lfjob.json');
    await framePicture(page, width, height);
    await expect.poll(() => editorPane.squiggles('error')).toBeGreaterThan(3);
    await editorPane.goTo(1, 1);
    await animation.show(2000);

    // One mistake by its fix, the others by theirs.
    await editorPane.goTo(7, 10);
    await animation.show(700);
    await quickFixes.open();
    await animation.show(1800);
    await quickFixes.choose(texts.renameTo);
    await animation.show(1200);
    for (const [line, fix] of [
      [11, `${texts.insert} ,`],
      [11, `${texts.replaceWith} PARQUET`],
      [15, `${texts.replaceWith} SCHEDULE`],
      [17, `${texts.replaceWith} *`],
      [18, `${texts.replaceWith} "2"`],
    ] as const) {
      await editorPane.goTo(line, 1);
      await page.keyboard.press('F8');
      await page.keyboard.press('Escape');
      await quickFixes.open();
      await quickFixes.choose(fix);
      await animation.show(600);
    }
    await expect.poll(() => editorPane.squiggles('error')).toBe(0);
    await animation.show(1500);

    // A property and its value, with the suggestions.
    await editorPane.goTo(12, 24);
    await page.keyboard.press('Enter');
    for (const character of 'sampl') {
      await page.keyboard.type(character);
      await animation.show(200);
    }
    await suggestWidget.waitUntilOpen();
    await animation.show(1500);
    await page.keyboard.press('Tab');
    await animation.show(1200);
    await page.keyboard.press('Escape');

    await editorPane.clickAction(texts.submitJob);
    await dialogs.waitFor('nightly_sales');
    await animation.show(2800);
    await dialogs.click(texts.submit);
    await notifications.waitFor('nightly_sales');
    await animation.show(3000);
    expect(await animation.write(join(pictures, texts.picture))).toBeLessThan(largest);
  });
});
