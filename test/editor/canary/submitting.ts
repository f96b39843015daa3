import { expect, test } from 'vitest';
import { redirectTo } from '../../service/answers.ts';
import { pasteToken } from '../support/pasteToken.ts';
import { patience, sent, type Canary } from './canary.ts';
import { echoes } from './echoes.ts';
import { harmless, referring, secrets } from './jobs.ts';

/** Tests in which secrets are sent, and repeated by what answers. */
export function testSubmitting(canary: () => Canary): void {
  test('is stored, asked for and filled in, with a token that is pasted', async () => {
    const { service, person, token } = canary();
    const { editorPane, quickInput, dialogs, notifications, runCommand } = canary().workbench;
    await runCommand('LakeFormation: Set Secret');
    await quickInput.waitFor('Set a secret');
    await quickInput.paste('STORED');
    await quickInput.accept();
    await quickInput.waitFor('Secret STORED');
    await quickInput.paste(secrets.stored);
    await quickInput.accept();
    await person.told('is stored');
    await editorPane.open(referring);
    await editorPane.clickAction('Submit Job');
    await quickInput.waitFor('Secret ASKED_FOR');
    await quickInput.paste(secrets.askedFor);
    await quickInput.accept();
    await pasteToken(canary().workbench, 'local', token);
    const { detail } = await dialogs.waitFor('Submit job');
    expect(detail).toContain('Filled in: ${secret:STORED}, ${secret:ASKED_FOR}, ${env:LFJOB_CANARY}');
    service.faults.next('createJob', { kind: 'answer', answer: echoes.job(sent(token), harmless.name) });
    await dialogs.click('Submit');
    await person.told('was created');
    await notifications.click('was created', 'Show Response');
    await editorPane.waitFor(`${harmless.name}.response.json`);
    expect(await editorPane.text()).toContain('••••••');
    await person.clearMessages();
  });

  test('is refused, by answers that repeat it', async () => {
    const { service, person, token } = canary();
    const { editorPane, problemsView, notifications } = canary().workbench;
    service.faults.next('createJob', { kind: 'answer', answer: echoes.refusal(sent(token)) });
    await person.submit(referring, 'Submit Again');
    await person.told('No job was created');
    await notifications.click('No job was created', 'Show in Document');
    await problemsView.waitUntilFocused();
    const said = async (): Promise<string> => (await problemsView.problems()).map(({ message }) => message).join();
    await expect.poll(said, patience).toContain('The service says');
    await editorPane.focus();
    for (const answer of [echoes.page(sent(token)), { status: 201, body: sent(token) }]) {
      await person.clearMessages();
      service.faults.next('createJob', { kind: 'answer', answer });
      await person.submit(referring, 'Submit Again');
      await person.told('The job list does not have');
    }
    await person.clearMessages();
  });

  test('is sent to nowhere else, and its way is looked up when no answer comes', async () => {
    const { service, elsewhere, person } = canary();
    const { notifications } = canary().workbench;
    service.faults.next('createJob', { kind: 'answer', answer: redirectTo(`${elsewhere.url}/v1/jobs`) });
    await person.submit(referring, 'Submit Again');
    await person.told('redirect');
    await person.clearMessages();
    service.faults.next('createJob', { kind: 'cut', when: 'after' });
    await person.submit(referring, 'Submit Again');
    await person.told('created all the same');
    await person.clearMessages();
    const release = service.faults.hold('createJob');
    await person.submit(referring, 'Submit Another');
    await notifications.click('Submitting', 'Cancel');
    await person.told('You cancelled');
    release();
    await person.clearMessages();
    expect(elsewhere.requests.all).toEqual([]);
  });
}
