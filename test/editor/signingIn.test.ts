import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { jobEditorForSuite } from './support/jobEditor.ts';
import { signIn, signOut } from './support/session.ts';

describe('signing in', () => {
  const editor = jobEditorForSuite();

  test('by a token that is pasted into the list of ways: the Accounts menu has the session', async () => {
    const { workbench, workspace, service } = editor();
    const { editorPane, connectionItem, quickInput, accountsMenu, screenshot, runCommand } = workbench;
    const { file } = await workspace.addJob('sales_discovery');
    await editorPane.open(file);
    await signOut(workbench);
    expect((await accountsMenu.labels()).join()).not.toContain('LakeFormation');
    await runCommand('LakeFormation: Sign In');
    await quickInput.waitFor('Sign in to local');
    expect((await quickInput.rows()).map(({ label }) => label)).toEqual(['IAM user', 'Access keys', 'Paste a token']);
    await screenshot('sign-in-ways');
    await quickInput.paste(service.tokens.issue());
    await expect.poll(() => connectionItem.text()).toBe('local');
    await expect.poll(() => accountsMenu.labels()).toContain('local: token (LakeFormation)');
  });

  test('and out in the Accounts menu: the next submission asks to sign in', async () => {
    const { workbench, workspace, service } = editor();
    const { editorPane, connectionItem, quickInput, dialogs, accountsMenu, screenshot } = workbench;
    const { file } = await workspace.addJob('sales_discovery');
    await editorPane.open(file);
    await signIn(workbench, service);
    await accountsMenu.open('local: token (LakeFormation)');
    await accountsMenu.openAccount('local: token (LakeFormation)');
    await screenshot('accounts-menu');
    await accountsMenu.choose('Sign Out');
    await dialogs.waitFor('Sign out of');
    await screenshot('accounts-sign-out');
    await dialogs.click('Sign Out');
    await expect.poll(() => connectionItem.text()).toBe('local · not signed in');
    expect((await accountsMenu.labels()).join()).not.toContain('LakeFormation');
    service.requests.clear();
    await editorPane.clickAction('Submit Job');
    await quickInput.waitFor('Sign in to local');
    expect(service.requests.all).toEqual([]);
  });

  test('as an IAM user, while submitting: a wrong password is asked for again', async () => {
    const { workbench, workspace, service } = editor();
    const { quickInput, editorPane, dialogs, notifications, accountsMenu, screenshot } = workbench;
    const user = { domain: 'company', name: 'engineer', password: randomUUID() };
    service.tokens.addUser(user);
    const { file, name } = await workspace.addJob('sales_discovery');
    await editorPane.open(file);
    await signOut(workbench);
    await editorPane.clickAction('Submit Job');
    await quickInput.waitFor('Sign in to local');
    await quickInput.choose('IAM user');
    await quickInput.waitFor('Account name');
    await quickInput.paste(user.domain);
    await quickInput.accept();
    await quickInput.waitFor('IAM user name');
    await quickInput.paste(user.name);
    await quickInput.accept();
    await quickInput.waitFor('Password of engineer');
    expect(await quickInput.isPassword()).toBe(true);
    await quickInput.paste(randomUUID());
    await screenshot('sign-in-password');
    await quickInput.accept();
    await service.requests.waitFor('createToken');
    await quickInput.waitFor('The username or password is wrong.');
    expect(await quickInput.value()).toBe('');
    await screenshot('sign-in-refused');
    await quickInput.paste(user.password);
    await quickInput.accept();
    await dialogs.waitFor(`"${name}"`);
    await dialogs.click('Submit');
    await notifications.waitFor(`"${name}"`);
    expect(service.jobs.all).toHaveLength(1);
    expect(await accountsMenu.labels()).toContain('local: engineer of company (LakeFormation)');
  });

  test('as an IAM user with a password that is kept on request', async () => {
    const { workbench, workspace, service } = editor();
    const { quickInput, editorPane, notifications, screenshot, runCommand } = workbench;
    const user = { domain: 'company', name: 'keeper', password: randomUUID() };
    service.tokens.addUser(user);
    const { file } = await workspace.addJob('sales_discovery');
    await editorPane.open(file);
    await signOut(workbench);
    await runCommand('LakeFormation: Sign In');
    await quickInput.waitFor('Sign in to local');
    await quickInput.choose('IAM user');
    for (const [question, text] of [
      ['Account name', user.domain],
      ['IAM user name', user.name],
      ['Password of keeper', user.password],
    ] as const) {
      await quickInput.waitFor(question);
      await quickInput.retype(text);
      await quickInput.accept();
    }
    await notifications.waitFor('Signed in as keeper');
    await screenshot('sign-in-keep-password');
    await notifications.click('Signed in as keeper', 'Keep Password');
    await notifications.clear();
  });

  test('with access keys: a job is signed, and the log has no part of them', async () => {
    const { workbench, workspace, service } = editor();
    const { editorPane, quickInput, dialogs, notifications, accountsMenu, outputPanel, runCommand, screenshot } =
      workbench;
    const { accessKey, secretKey, securityToken = '' } = service.accessKeys.issue('temporary');
    const { file, name } = await workspace.addJob('hive_to_lake');
    await editorPane.open(file);
    await signOut(workbench);
    await runCommand('LakeFormation: Sign In');
    await quickInput.waitFor('Sign in to local');
    await quickInput.choose('Access keys');
    await quickInput.waitFor('Access key ID (AK)');
    await quickInput.paste(accessKey);
    await quickInput.accept();
    await quickInput.waitFor('Secret access key (SK)');
    expect(await quickInput.isPassword()).toBe(true);
    await quickInput.paste(randomUUID());
    await quickInput.accept();
    await quickInput.waitFor('Security token');
    await quickInput.accept();
    await quickInput.waitFor('weren’t accepted (401)');
    expect(await quickInput.value()).toBe(accessKey);
    await screenshot('sign-in-keys-refused');
    await quickInput.accept();
    await quickInput.waitFor('Secret access key (SK)');
    await quickInput.paste(secretKey);
    await quickInput.accept();
    await quickInput.waitFor('Security token');
    expect(await quickInput.isPassword()).toBe(true);
    await quickInput.paste(securityToken);
    await quickInput.accept();
    await expect.poll(() => accountsMenu.labels()).toContain('local: access keys (LakeFormation)');
    await editorPane.clickAction('Submit Job');
    await dialogs.waitFor(`"${name}"`);
    await dialogs.click('Submit');
    await notifications.waitFor(`"${name}"`);
    const [request] = service.requests.of('createJob');
    expect(request?.headers).not.toHaveProperty('x-auth-token');
    expect(request?.headers.authorization).toContain(`Access=${accessKey}, `);
    expect(request?.headers['x-security-token']).toBe(securityToken);
    await runCommand('LakeFormation: Show Log');
    await outputPanel.waitForChannel('LakeFormation');
    await expect.poll(() => outputPanel.text()).toMatch(/POST → 201 in .*\/lf-jobs/);
    const log = await outputPanel.text();
    for (const part of [secretKey, securityToken, 'SDK-HMAC-SHA256']) expect(log).not.toContain(part);
  });
});
