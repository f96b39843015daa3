import { test } from 'vitest';
import { documented } from '../../service/answers.ts';
import { sent, type Canary } from './canary.ts';
import { echoes } from './echoes.ts';
import { referring, secrets, user } from './jobs.ts';

/** Tests in which one signs in by all ways, and what one signs in with is repeated by what answers. */
export function testSigningIn(canary: () => Canary): void {
  test('is refused as a token, and given as the password of an IAM user', async () => {
    const { service, person, token, key } = canary();
    const { notifications, quickInput } = canary().workbench;
    service.faults.next('createJob', { kind: 'answer', answer: echoes.refusal(sent(token), 401) });
    await person.submit(referring, 'Submit Another');
    await person.told('was not accepted (401)');
    await notifications.click('was not accepted (401)', 'Sign In');
    await person.chooseUser(user);
    for (const answer of [echoes.iam, echoes.page]) {
      service.faults.next('createToken', { kind: 'answer', answer: answer(secrets.wrongIamPassword) });
      await person.enterPassword(user.name, secrets.wrongIamPassword);
      await person.told('Try');
      await notifications.click('•', 'Try Again');
    }
    await person.enterPassword(user.name, user.password);
    await quickInput.waitFor('Signed in as engineer');
    await quickInput.choose('Keep the password');
    await person.told('was created');
    await person.clearMessages();
    // The token that is kept is renewed by the password that is kept, and IAM repeats it.
    service.faults.next('createJob', { kind: 'answer', answer: documented.unauthorized });
    service.faults.next('createToken', { kind: 'answer', answer: echoes.iam(secrets.iamPassword) });
    await person.submit(referring, 'Submit Another');
    await person.told('was not accepted (401)');
    await notifications.click('was not accepted (401)', 'Sign In');
    await person.enterKeys(key);
    await person.told('was created');
    await person.clearMessages();
  });

  test('is a part of access keys, with which a job is updated', async () => {
    const { service, person, key } = canary();
    const { editorPane, quickInput } = canary().workbench;
    const { secretKey, securityToken = '' } = key;
    for (const answer of [echoes.refusal, echoes.page]) {
      service.faults.next('updateJob', { kind: 'answer', answer: answer(sent(secretKey, securityToken)) });
      await person.submit(referring, 'Update It');
      await quickInput.waitFor('Update job');
      await quickInput.accept();
      await person.told('•');
      await person.clearMessages();
    }
    service.faults.next('listJobs', { kind: 'answer', answer: echoes.page(sent(secretKey, securityToken), 404) });
    await editorPane.clickAction('Submit Job');
    await person.told('Nothing was sent');
    await person.clearMessages();
    await person.submit(referring, 'Update It');
    await quickInput.waitFor('Update job');
    await quickInput.accept();
    await person.told('was updated');
    await person.clearMessages();
  });
}
