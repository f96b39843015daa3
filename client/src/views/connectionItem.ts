import * as l10n from '@vscode/l10n';
import { StatusBarAlignment, ThemeColor, window, workspace, type Disposable, type StatusBarItem } from 'vscode';
import type { Connection } from '../connections/connection.ts';
import { statusOf, type SignIn } from '../connections/status.ts';

/** What the status bar item needs of the world. */
export interface ConnectionItemPorts {
  /** The connection in force for the active document, where nothing has to be asked. */
  readonly connection: () => Connection | undefined;
  /** What is known of the sign-in to it; `undefined`: not signed in. */
  readonly signIn: (connection: Connection) => Promise<SignIn | undefined>;
}

/** How often the time left is shown anew, in milliseconds. */
const beat = 30_000;

/** In the status bar, while a job is in the active editor: where it would go, and for how long one is signed in there. */
export class ConnectionItem implements Disposable {
  readonly #ports: ConnectionItemPorts;
  readonly #item: StatusBarItem;
  readonly #subscriptions: readonly Disposable[];
  #turn = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(ports: ConnectionItemPorts) {
    this.#ports = ports;
    // On the right, where everything is that depends on the active editor, and before the editor's own.
    this.#item = window.createStatusBarItem('lakeformation.connection', StatusBarAlignment.Right, 101);
    this.#item.name = l10n.t('LakeFormation connection');
    this.#item.command = 'lakeformation.manageConnection';
    this.#subscriptions = [
      window.onDidChangeActiveTextEditor(() => this.update()),
      // A document whose language is changed is opened anew.
      workspace.onDidOpenTextDocument(() => this.update()),
    ];
  }

  /** Shows what is so now. */
  update(): void {
    void this.#update();
  }

  dispose(): void {
    clearTimeout(this.#timer);
    for (const subscription of this.#subscriptions) subscription.dispose();
    this.#item.dispose();
  }

  async #update(): Promise<void> {
    clearTimeout(this.#timer);
    this.#turn += 1;
    const turn = this.#turn;
    if (window.activeTextEditor?.document.languageId !== 'lfjob') {
      this.#item.hide();
      return;
    }
    const connection = this.#ports.connection();
    const signIn = connection && (await this.#ports.signIn(connection));
    // Meanwhile another editor or connection may have taken its place.
    if (turn !== this.#turn) return;
    const { text, tooltip, label, isWarning } = statusOf(connection, signIn);
    this.#item.text = text;
    this.#item.tooltip = tooltip;
    this.#item.accessibilityInformation = { label, role: 'button' };
    this.#item.backgroundColor = isWarning ? new ThemeColor('statusBarItem.warningBackground') : undefined;
    this.#item.show();
    if (signIn?.timeLeft !== undefined) this.#timer = setTimeout(() => this.update(), beat);
  }
}
