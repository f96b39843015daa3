import { expect } from 'vitest';
import { documented } from '../../service/answers.ts';
import { pasteToken } from '../support/pasteToken.ts';
import { signOut } from '../support/session.ts';
import { sent, type Canary } from './canary.ts';
import { echoes } from './echoes.ts';

/** Signs in by every way, with what repeats the credentials, and submits and updates a job with each. */
export async function signInByAllWays(canary: Canary): Promise<void> {
  const { marks, service, person, workbench, token, key } = canary;
  const { files, references, secrets } = marks;
  const { editorPane, quickInput, dialogs, notifications, runCommand } = workbench;
  const user = { domain: 'company', name: 'engineer', password: secrets.iamPassword };
  service.tokens.addUser(user);
  await person.openJob(files.referring);
  await signOut(workbench);
  await person.store(references.stored, secrets.stored);
  await person.store(references.askedFor, secrets.askedFor);

  // A token that isn't accepted, and a password that is wrong at first.
  service.faults.next('createJob', { kind: 'answer', answer: echoes.refusal(sent(marks, token), 401) });
  await editorPane.clickAction('Submit Job');
  await dialogs.waitFor(references.variable);
  await dialogs.click('Allow');
  await pasteToken(workbench, 'local', token);
  await dialogs.waitFor(references.stored);
  await dialogs.click('Submit');
  await notifications.click('401', 'Sign In');
  await person.chooseUser(user);
  await quickInput.waitFor(`Password of ${user.name}`);
  for (const [index, answer] of [echoes.iam, echoes.page].entries()) {
    service.faults.next('createToken', { kind: 'answer', answer: answer(secrets.wrongIamPassword) });
    await quickInput.retype(secrets.wrongIamPassword);
    await quickInput.accept();
    await service.requests.waitFor('createToken', index + 1);
    await quickInput.waitFor('•');
  }
  await quickInput.retype(user.password);
  await quickInput.accept();
  await person.created(1);
  await runCommand('LakeFormation: Sign In');
  await person.chooseUser(user);
  await person.enterPassword(user.name, user.password);
  await notifications.click(`Signed in as ${user.name}`, 'Keep Password');
  await notifications.clear();

  // The token that is kept is renewed by the password that is kept, and IAM repeats it.
  service.faults.next('createJob', { kind: 'answer', answer: documented.unauthorized });
  service.faults.next('createToken', { kind: 'answer', answer: echoes.iam(secrets.iamPassword) });
  await person.submit(files.referring, 'Create Another Job');
  await notifications.click('401', 'Sign In');
  await person.enterKeys(key);
  await person.created(2);

  const { secretKey, securityToken = '' } = key;
  const update = async (): Promise<void> => {
    await editorPane.open(files.referring);
    await editorPane.clickAction('Submit Job');
    await quickInput.waitFor('Submit "');
    await quickInput.accept();
    await dialogs.waitFor('Nothing to do');
    await dialogs.click('Submit Anyway');
  };
  for (const answer of [echoes.refusal, echoes.page]) {
    service.faults.next('updateJob', { kind: 'answer', answer: answer(sent(marks, secretKey, securityToken)) });
    await update();
    await notifications.click('updated', 'Show Details');
    await dialogs.waitFor('•');
    await dialogs.cancel();
  }
  const page = echoes.page(sent(marks, secretKey, securityToken), 404);
  // For every request until the message: the watch of the submitted jobs lists them, too.
  service.faults.next('listJobs', { kind: 'answer', answer: page }, Infinity);
  await editorPane.clickAction('Submit Job');
  await notifications.waitFor('404');
  service.faults.clear();
  await notifications.clear();
  await update();
  const { message } = await notifications.waitFor(`"${marks.harmless.name}"`);
  expect(service.jobs.all.map(({ id }) => id).some((id) => message.includes(id))).toBe(true);
}

/** Looks at what is kept of jobs and of a session, and copies what can be copied. A job has been submitted with a key. */
export async function lookBack({ marks: { files, harmless }, person, workbench }: Canary): Promise<void> {
  const { editorPane, quickInput, outputPanel, accountsMenu, runCommand } = workbench;
  await editorPane.open(files.referring);
  await runCommand('LakeFormation: Preview Request');
  await editorPane.waitFor(files.referring.replace('.lfjob.json', '.request.http'));
  const request = await editorPane.text();
  expect(request).toContain('X-Security-Token: ••••••');
  expect(request).toContain(`"description": "${harmless.description}"`);
  expect(request).toContain('"jdbc_url": "jdbc:mysql://hive:••••••@192.168.0.10:3306/hivemeta"');
  await runCommand('LakeFormation: Copy as cURL');
  await person.copied('curl');
  await runCommand('LakeFormation: Copy as KooCLI Input');
  await person.copied('hcloud LakeFormation');
  await runCommand('LakeFormation: Show Submissions');
  // The newest is the update.
  await quickInput.choose(harmless.name);
  await quickInput.choose('Show Job');
  await editorPane.waitFor(`${harmless.name}.response.json`);
  await expect.poll(() => editorPane.text()).toContain('jdbc:mysql://hive:••••••@');
  expect((await accountsMenu.labels()).join()).toContain('local: access keys (LakeFormation)');
  await runCommand('LakeFormation: Show Log');
  await outputPanel.waitForChannel('LakeFormation');
  await expect.poll(() => outputPanel.text()).toMatch(/POST → 401 in .*\/v3\/auth\/tokens\?nocatalog=true/);
  await outputPanel.show('LakeFormation Jobs Language Server');
}
