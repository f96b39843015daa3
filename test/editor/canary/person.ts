import type { AccessKey } from '../../service/accessKeys.ts';
import type { LocalService } from '../../service/service.ts';
import type { User } from '../../service/tokens.ts';
import { until } from '../harness/until.ts';
import type { Workbench } from '../harness/workbench.ts';

/** What a person does in several steps; each begins where the question is being asked. */
export interface Person {
  /** Opens a document and submits it, with a button of the question that comes then. */
  submit(file: string, button: 'Submit' | 'Create Another Job'): Promise<void>;
  /** Opens a document. Its folder uses the connection from then on. */
  openJob(file: string): Promise<void>;
  /** Stores a secret. */
  store(name: string, value: string): Promise<void>;
  /** Where there are several connections, selects all of them as those that use a secret, and waits for the next question. */
  selectAllConnections(isNext: () => Promise<boolean>): Promise<void>;
  /** Waits until the service has so many jobs, and the message about the newest is there; then removes all messages. */
  created(count: number): Promise<void>;
  /** Waits until what was copied contains a text. */
  copied(text: string): Promise<void>;
  /** All that was copied so far. */
  readonly clipboardTexts: readonly string[];
  /** Answers the question how to sign in as an IAM user, up to the password. */
  chooseUser(user: Pick<User, 'domain' | 'name'>): Promise<void>;
  enterPassword(name: string, password: string): Promise<void>;
  /** Answers the question how to sign in with access keys. */
  enterKeys(key: AccessKey): Promise<void>;
}

/** The person at a window who submits to a connection. */
export function personAt(workbench: Workbench, connection: string, service: LocalService): Person {
  const { editorPane, connectionItem, quickInput, dialogs, notifications, clipboard, runCommand } = workbench;
  const clipboardTexts: string[] = [];

  async function answer(question: string, text: string): Promise<void> {
    await quickInput.waitFor(question);
    await quickInput.paste(text);
    await quickInput.accept();
  }

  /** Where there are several connections, selects all of them as those that use a secret. */
  async function selectAllConnections(isNext: () => Promise<boolean>): Promise<void> {
    const isAsked = async (): Promise<boolean> => quickInput.hasPlaceholder('Select the connection that uses');
    await until(
      'The next question is asked',
      async () => (await isAsked()) || (await isNext()),
      (isOpen) => isOpen,
    );
    if (await isAsked()) await quickInput.choose('All Connections');
    await until('The question after it is asked', isNext, (isOpen) => isOpen);
  }

  return {
    selectAllConnections,
    async submit(file, button) {
      await editorPane.open(file);
      await editorPane.clickAction('Submit Job');
      await dialogs.waitFor(connection);
      await dialogs.click(button);
    },
    async openJob(file) {
      await editorPane.open(file);
      await runCommand('LakeFormation: Select Connection');
      await quickInput.choose(connection);
      await until(
        `The folder goes to ${connection}`,
        () => connectionItem.text(),
        (text) => text === connection || text.startsWith(`${connection} · `),
      );
    },
    async store(name, value) {
      await runCommand('LakeFormation: Set Secret');
      await answer('Set Secret', name);
      await selectAllConnections(async () => quickInput.isPassword());
      await answer(`Secret ${name}`, value);
      await notifications.waitFor(name);
      await notifications.clear();
    },
    async created(count) {
      const jobs = await until(
        `The service has ${count} jobs`,
        () => Promise.resolve(service.jobs.all),
        ({ length }) => length === count,
      );
      await notifications.waitFor(jobs.at(-1)?.id ?? '?');
      await notifications.clear();
    },
    async copied(text) {
      clipboardTexts.push(
        await until(
          `${text} is copied`,
          () => clipboard.read(),
          (copied) => copied.includes(text),
        ),
      );
    },
    clipboardTexts,
    async chooseUser({ domain, name }) {
      await quickInput.waitFor(`Sign in to ${connection}`);
      await quickInput.choose('IAM user');
      await answer('Account name', domain);
      await answer('IAM user name', name);
    },
    enterPassword: async (name, password) => answer(`Password of ${name}`, password),
    async enterKeys({ accessKey, secretKey, securityToken = '' }) {
      await quickInput.waitFor(`Sign in to ${connection}`);
      await quickInput.choose('Access keys');
      await answer('Access key ID (AK)', accessKey);
      await answer('Secret access key (SK)', secretKey);
      await answer('Security token', securityToken);
    },
  };
}
