import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, describe, expect, test } from 'vitest';
import { documented, iamErrors } from '../service/answers.ts';
import { editorForSuite } from './harness/editorForSuite.ts';
import { createJobWorkspace, type JobWorkspace } from './support/jobWorkspace.ts';

const patience = { timeout: 30_000 };
const user = { domain: 'company', name: 'engineer', password: randomUUID() };

describe('signing in', () => {
  let workspace: JobWorkspace;
  const editor = editorForSuite(async () => {
    workspace = await createJobWorkspace();
    return workspace.launchOptions;
  });
  afterAll(async () => workspace.remove());
  afterEach(() => {
    workspace.service.requests.clear();
    workspace.service.faults.clear();
  });

  /** Confirms the submission that is being asked for. */
  async function confirm(name: string): Promise<void> {
    const { dialogs } = editor().workbench;
    await dialogs.waitFor(`Submit job "${name}" to local?`);
    await dialogs.click('Submit');
  }

  /**
   * Waits for a message. The editor shows no more than three new ones within a moment; a test is faster than a person, so
   * it looks it up.
   */
  async function message(text: string): Promise<string> {
    const { notifications, runCommand } = editor().workbench;
    await runCommand('Notifications: Show Notifications');
    return (await notifications.waitFor(text)).message;
  }

  /** Waits for the job that the `requests`th request has made, and takes all messages away. */
  async function created(name: string, requests = 1): Promise<void> {
    await workspace.service.requests.waitFor('createJob', requests);
    await message(`Job "${name}" was created`);
    await editor().workbench.runCommand('Notifications: Clear All Notifications');
  }

  test('by a token that is pasted: the Accounts menu has the session', async () => {
    const { editorPane, quickInput, notifications, accountsMenu, screenshot, runCommand } = editor().workbench;
    const token = workspace.service.tokens.issue();
    await editorPane.open('sales_discovery.lfjob.json');
    await expect.poll(async () => editorPane.languageId(), patience).toBe('lfjob');
    await runCommand('LakeFormation: Sign In');
    await quickInput.waitFor('Sign in to local');
    expect((await quickInput.rows()).map(({ label }) => label)).toEqual(['Paste a token', 'IAM user', 'Access keys']);
    await screenshot('sign-in-ways');
    await quickInput.choose('Paste a token');
    await quickInput.waitFor('Token for local');
    expect(await quickInput.isPassword()).toBe(true);
    await quickInput.paste(token);
    await quickInput.accept();
    await notifications.waitFor('You are signed in to connection "local": at most 2');
    await notifications.dismiss('You are signed in');
    expect(await accountsMenu.labels()).toContain('local: token (LakeFormation)');
  });

  test('and out, in the Accounts menu: the next submission asks to sign in', async () => {
    const { editorPane, quickInput, dialogs, accountsMenu, screenshot } = editor().workbench;
    await accountsMenu.open('local: token (LakeFormation)');
    await accountsMenu.openAccount('local: token (LakeFormation)');
    await screenshot('accounts-menu');
    await accountsMenu.choose('Sign Out');
    await dialogs.waitFor('Sign out of');
    await screenshot('accounts-sign-out');
    await dialogs.click('Sign Out');
    await expect.poll(async () => (await accountsMenu.labels()).join(), patience).not.toContain('LakeFormation');
    await editorPane.clickAction('Submit Job');
    await quickInput.waitFor('Sign in to local');
    await quickInput.cancel();
    expect(workspace.service.requests.all).toEqual([]);
  });

  test('as an IAM user, while submitting: a wrong password is tried again, and the password is kept when asked for', async () => {
    const { quickInput, editorPane, notifications, accountsMenu, screenshot } = editor().workbench;
    const { service } = workspace;
    service.tokens.addUser(user);
    await editorPane.clickAction('Submit Job');
    await quickInput.waitFor('Sign in to local');
    await quickInput.choose('IAM user');
    await quickInput.waitFor('Account name');
    await quickInput.paste(user.domain);
    await quickInput.accept();
    await quickInput.waitFor('Name of the IAM user');
    await quickInput.paste(user.name);
    await quickInput.accept();
    await quickInput.waitFor('Password of engineer');
    expect(await quickInput.isPassword()).toBe(true);
    await quickInput.paste(randomUUID());
    await screenshot('sign-in-password');
    await quickInput.accept();
    await service.requests.waitFor('createToken');
    expect(await message('IAM knows no such account, user and password (401).')).toContain(
      'The username or password is wrong.',
    );
    await screenshot('sign-in-refused');
    await notifications.click('IAM knows no such account', 'Try Again');
    await quickInput.waitFor('Password of engineer');
    await quickInput.paste(user.password);
    await quickInput.accept();
    await quickInput.waitFor('Signed in as engineer');
    await screenshot('sign-in-keep-password');
    await quickInput.choose('Keep the password');
    await confirm('sales_discovery');
    await created('sales_discovery');
    expect(await accountsMenu.labels()).toContain('local: engineer of company (LakeFormation)');
  });

  test('a 401 is answered with a renewed token where the password is kept: nobody is asked, and the job goes on', async () => {
    const { editorPane } = editor().workbench;
    const { service } = workspace;
    service.faults.next('createJob', { kind: 'answer', answer: documented.unauthorized });
    await editorPane.open('hive_to_lake.lfjob.json');
    await editorPane.clickAction('Submit Job');
    await confirm('hive_to_lake');
    await created('hive_to_lake', 2);
    const [first, second] = service.requests.of('createJob');
    expect(second?.body).toBe(first?.body);
    expect(second?.headers['x-auth-token']).not.toBe(first?.headers['x-auth-token']);
    expect(service.requests.of('createToken')).toHaveLength(1);
  });

  test('a 401 without a password that IAM takes: after signing in with access keys the same job goes on', async () => {
    const { editorPane, quickInput, notifications, accountsMenu, screenshot } = editor().workbench;
    const { service } = workspace;
    const { accessKey, secretKey, securityToken = '' } = service.accessKeys.issue('temporary');
    service.faults.next('createJob', { kind: 'answer', answer: documented.unauthorized });
    service.faults.next('createToken', { kind: 'answer', answer: iamErrors.wrongPassword });
    await editorPane.open('ranger_permissions.lfjob.json');
    await editorPane.clickAction('Submit Job');
    await confirm('ranger_permissions');
    await service.requests.waitFor('createToken');
    expect(await message('was not accepted (401)')).toContain('No job was created. IAM knows no such account');
    await screenshot('sign-in-again');
    await notifications.click('was not accepted (401)', 'Sign In');
    await quickInput.waitFor('Sign in to local');
    expect((await quickInput.rows()).map(({ label }) => label)).toEqual(['IAM user', 'Paste a token', 'Access keys']);
    await quickInput.choose('Access keys');
    await quickInput.waitFor('Access key (AK)');
    await quickInput.paste(accessKey);
    await quickInput.accept();
    await quickInput.waitFor('Secret key (SK)');
    expect(await quickInput.isPassword()).toBe(true);
    await quickInput.paste(secretKey);
    await quickInput.accept();
    await quickInput.waitFor('Security token');
    expect(await quickInput.isPassword()).toBe(true);
    await quickInput.paste(securityToken);
    await screenshot('sign-in-security-token');
    await quickInput.accept();
    await created('ranger_permissions', 2);
    const [first, second] = service.requests.of('createJob');
    expect(second?.body).toBe(first?.body);
    expect(second?.headers.authorization).toContain(`Access=${accessKey}, `);
    expect(second?.headers['x-security-token']).toBe(securityToken);
    expect(await accountsMenu.labels()).toContain('local: access keys (LakeFormation)');
  });

  test('with access keys: the next job is signed without a question, and the log names no part of them', async () => {
    const { editorPane, dialogs, outputPanel, runCommand } = editor().workbench;
    await editorPane.open('hive_to_lake.lfjob.json');
    await editorPane.clickAction('Submit Job');
    await dialogs.waitFor('local has a job "hive_to_lake" already.');
    await dialogs.click('Submit Another');
    await created('hive_to_lake');
    const [request] = workspace.service.requests.of('createJob');
    expect(request?.headers).not.toHaveProperty('x-auth-token');
    await runCommand('LakeFormation: Show Log');
    await outputPanel.waitForChannel('LakeFormation');
    await expect.poll(async () => outputPanel.text(), patience).toContain('/v3/auth/tokens?nocatalog=true → 401');
    const log = await outputPanel.text();
    expect(log).not.toContain(request?.headers['x-security-token']);
    expect(log).not.toContain('SDK-HMAC-SHA256');
    expect(log).not.toContain(user.password);
  });
});
