import { expect } from 'vitest';
import { redirectTo } from '../../service/answers.ts';
import { pasteToken } from '../support/pasteToken.ts';
import { signOut } from '../support/session.ts';
import { sent, type Canary } from './canary.ts';
import { echoes } from './echoes.ts';

/** Sends the job that refers to secrets, to a service that repeats them in its answers, refuses, or doesn't answer. */
export async function submit(canary: Canary): Promise<void> {
  const { marks, service, elsewhere, person, workbench, token } = canary;
  const { files, harmless, references, secrets } = marks;
  const { editorPane, quickInput, dialogs, notifications, problemsView } = workbench;
  await person.openJob(files.referring);
  await signOut(workbench);
  await person.store(references.stored, secrets.stored);
  await editorPane.clickAction('Submit Job');
  await dialogs.waitFor(references.variable);
  await dialogs.click('Allow');
  await quickInput.waitFor(`Secret ${references.askedFor}`);
  await quickInput.paste(secrets.askedFor);
  await quickInput.accept();
  await pasteToken(workbench, 'local', token);
  const { detail } = await dialogs.waitFor(references.stored);
  expect(detail).toContain(references.askedFor);
  expect(detail).toContain(references.variable);
  service.faults.next('createJob', { kind: 'answer', answer: echoes.job(sent(marks, token), harmless.name) });
  await dialogs.click('Submit');
  await notifications.click('echoed', 'Show Response');
  await editorPane.waitFor(`${harmless.name}.response.json`);
  expect(await editorPane.text()).toContain('••••••');
  await notifications.clear();

  service.faults.next('createJob', { kind: 'answer', answer: echoes.refusal(sent(marks, token)) });
  await person.submit(files.referring, 'Submit');
  await notifications.click('target_catalog', 'Show in Document');
  await problemsView.waitUntilFocused();
  await expect
    .poll(async () => (await problemsView.problems()).map(({ message }) => message).join())
    .toContain('target_catalog');
  await editorPane.focus();
  for (const answer of [echoes.page(sent(marks, token)), { status: 201, body: sent(marks, token) }]) {
    await notifications.clear();
    service.faults.next('createJob', { kind: 'answer', answer });
    await person.submit(files.referring, 'Submit');
    await notifications.click(`"${harmless.name}"`, 'Show Details');
    await dialogs.waitFor('HTTP status');
    await dialogs.cancel();
  }

  service.faults.next('createJob', { kind: 'answer', answer: redirectTo(`${elsewhere.url}/v1/jobs`) });
  await person.submit(files.referring, 'Submit');
  await notifications.waitFor('redirect');
  await notifications.clear();
  service.faults.next('createJob', { kind: 'cut', when: 'after' });
  await person.submit(files.referring, 'Submit');
  await notifications.waitFor(`"${harmless.name}"`);
  await notifications.clear();
  const release = service.faults.hold('createJob');
  await person.submit(files.referring, 'Create Another Job');
  await notifications.click('Submitting', 'Cancel');
  await notifications.waitFor(`"${harmless.name}"`);
  release();
}
