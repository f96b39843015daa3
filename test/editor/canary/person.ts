import type { AccessKey } from '../../service/accessKeys.ts';
import type { User } from '../../service/tokens.ts';
import { until } from '../harness/until.ts';
import type { Workbench } from '../harness/workbench.ts';

/** What a person does in several steps; each begins where the question is being asked. */
export interface Person {
  /** Opens a document and submits it, with a button of the question that comes then. */
  submit(file: string, button: 'Submit' | 'Submit Again' | 'Submit Another' | 'Update It'): Promise<void>;
  /** Waits for a message in the notification center; the editor shows no more than three new ones within a moment. */
  told(text: string): Promise<string>;
  clearMessages(): Promise<void>;
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

export function personAt(workbench: Workbench, connection: string): Person {
  const { editorPane, quickInput, dialogs, notifications, clipboard, runCommand } = workbench;
  const clipboardTexts: string[] = [];

  async function answer(question: string, text: string): Promise<void> {
    await quickInput.waitFor(question);
    await quickInput.paste(text);
    await quickInput.accept();
  }

  return {
    async submit(file, button) {
      await editorPane.open(file);
      await editorPane.clickAction('Submit Job');
      await dialogs.waitFor(connection);
      await dialogs.click(button);
    },
    async told(text) {
      // The palette would end a question that is being answered.
      await quickInput.waitUntilClosed();
      await runCommand('Notifications: Show Notifications');
      return (await notifications.waitFor(text)).message;
    },
    async clearMessages() {
      await runCommand('Notifications: Clear All Notifications');
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
      await answer('Name of the IAM user', name);
    },
    enterPassword: async (name, password) => answer(`Password of ${name}`, password),
    async enterKeys({ accessKey, secretKey, securityToken = '' }) {
      await quickInput.waitFor(`Sign in to ${connection}`);
      await quickInput.choose('Access keys');
      await answer('Access key (AK)', accessKey);
      await answer('Secret key (SK)', secretKey);
      await answer('Security token', securityToken);
    },
  };
}
