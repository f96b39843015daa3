import * as l10n from '@vscode/l10n';
import {
  StatusBarAlignment,
  ThemeColor,
  window,
  workspace,
  type Command,
  type Disposable,
  type StatusBarItem,
} from 'vscode';
import { statusOf, type StatusAction } from '../connections/status.ts';
import type { Services } from '../services.ts';

type ConnectionItemServices = Pick<Services, 'connections' | 'signInStatus' | 'usableConnections'>;

/** How often the time left is updated, in milliseconds. */
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
    // On the left: a narrow window cuts off the items on the right, and with them the color of production.
    this.#item = window.createStatusBarItem('lakeformation.connection', StatusBarAlignment.Left, 10);
    this.#item.name = l10n.t('LakeFormation Connection');
    this.#subscriptions = [
      window.onDidChangeActiveTextEditor(() => this.update()),
      // A document with a changed language is opened again.
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
    // In the meantime, another editor or connection may have taken its place.
    if (turn !== this.#turn) return;
    const usable = this.#services.usableConnections().length;
    const { text, tooltip, label, isWarning, action } = statusOf(connection, usable, signIn);
    this.#item.text = text;
    this.#item.tooltip = tooltip;
    this.#item.command = commandOf(action);
    this.#item.accessibilityInformation = { label, role: 'button' };
    this.#item.backgroundColor = isWarning ? new ThemeColor('statusBarItem.warningBackground') : undefined;
    this.#item.show();
    if (signIn?.millisecondsLeft !== undefined) this.#timer = setTimeout(() => this.update(), refreshInterval);
  }
}

function commandOf(action: StatusAction): Command {
  switch (action) {
    case 'select':
      return { title: l10n.t('Select Connection'), command: 'lakeformation.selectConnection' };
    case 'renew':
      return { title: l10n.t('Renew'), command: 'lakeformation.manageConnection', arguments: ['renew'] };
    case 'manage':
      return { title: l10n.t('Manage Connection'), command: 'lakeformation.manageConnection' };
  }
}
