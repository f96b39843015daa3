import * as l10n from '@vscode/l10n';
import { StatusBarAlignment, ThemeColor, window, workspace, type Disposable, type StatusBarItem } from 'vscode';
import { statusOf } from '../connections/status.ts';
import type { Services } from '../services.ts';

type ConnectionItemServices = Pick<Services, 'connections' | 'signInStatus'>;

/** How often the time left is shown anew, in milliseconds. */
const refreshInterval = 30_000;

/** In the status bar, while a job is in the active editor: where it would go, and for how long one is signed in there. */
export class ConnectionItem implements Disposable {
  readonly #services: ConnectionItemServices;
  readonly #item: StatusBarItem;
  readonly #subscriptions: readonly Disposable[];
  #turn = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(services: ConnectionItemServices) {
    this.#services = services;
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
    const connection = this.#services.connections.known();
    const signIn = connection && (await this.#services.signInStatus(connection));
    // Meanwhile another editor or connection may have taken its place.
    if (turn !== this.#turn) return;
    const { text, tooltip, label, isWarning } = statusOf(connection, signIn);
    this.#item.text = text;
    this.#item.tooltip = tooltip;
    this.#item.accessibilityInformation = { label, role: 'button' };
    this.#item.backgroundColor = isWarning ? new ThemeColor('statusBarItem.warningBackground') : undefined;
    this.#item.show();
    if (signIn?.timeLeft !== undefined) this.#timer = setTimeout(() => this.update(), refreshInterval);
  }
}
