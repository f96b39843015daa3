import * as l10n from '@vscode/l10n';
import type {
  AuthenticationProvider,
  AuthenticationProviderAuthenticationSessionsChangeEvent as SessionsChange,
  AuthenticationProviderSessionOptions,
  AuthenticationSession,
} from 'vscode';
import type { Connection } from '../connections/connection.ts';
import type { Session } from './session.ts';
import type { Sessions, Subscription } from './sessions.ts';

/** What the provider uses. */
export interface ProviderServices {
  readonly sessions: Sessions;
  /** The connections in the settings that can be used. */
  readonly usableConnections: () => readonly Connection[];
  /** The connection of this workspace; asks where it has to. */
  readonly chooseConnection: () => Promise<Connection | undefined>;
  /** Lets the user sign in; `undefined` when the user leaves. */
  readonly signIn: (connection: Connection) => Promise<Session | undefined>;
}

/**
 * Shows the sessions in the Accounts menu, one for each connection, with its name as the ID and the scope. The access
 * token of a session is its name: other extensions can ask for it, and a credential goes nowhere but to its own origin.
 */
export class LakeFormationAuthentication implements AuthenticationProvider {
  readonly #services: ProviderServices;
  readonly #listeners = new Set<(change: SessionsChange) => unknown>();
  readonly #subscription: Subscription;
  #shown: readonly AuthenticationSession[] = [];
  #refreshing: Promise<void>;

  constructor(services: ProviderServices) {
    this.#services = services;
    this.#subscription = services.sessions.onDidChange(() => void this.refresh());
    this.#refreshing = this.#refresh();
  }

  readonly onDidChangeSessions = (listener: (change: SessionsChange) => unknown): Subscription => {
    this.#listeners.add(listener);
    return { dispose: () => void this.#listeners.delete(listener) };
  };

  async getSessions(
    scopes: readonly string[] | undefined,
    options: AuthenticationProviderSessionOptions = {},
  ): Promise<AuthenticationSession[]> {
    await this.refresh();
    return this.#shown.filter(
      (session) =>
        (scopes ?? []).every((scope) => session.scopes.includes(scope)) &&
        (options.account === undefined || options.account.id === session.account.id),
    );
  }

  async createSession(scopes: readonly string[]): Promise<AuthenticationSession> {
    const [name] = scopes;
    const connection =
      name === undefined
        ? await this.#services.chooseConnection()
        : this.#services.usableConnections().find((candidate) => candidate.name === name);
    if (connection === undefined) {
      throw new Error(l10n.t('No connection to sign in to. Add a connection first.'));
    }
    const session = await this.#services.signIn(connection);
    if (session === undefined) throw new Error(l10n.t('Sign-in canceled.'));
    return presented(connection, session);
  }

  async removeSession(id: string): Promise<void> {
    if (!(await this.#services.sessions.delete({ name: id }))) {
      throw new Error(
        l10n.t(
          'Couldn’t delete the credentials: the secret storage failed. Unlock it, then try again. You may still be signed in.',
        ),
      );
    }
    await this.refresh();
  }

  /** Reads the sessions again, and reports what has changed since the last time. */
  async refresh(): Promise<void> {
    this.#refreshing = this.#refreshing.then(async () => this.#refresh());
    return this.#refreshing;
  }

  dispose(): void {
    this.#subscription.dispose();
    this.#listeners.clear();
  }

  async #refresh(): Promise<void> {
    const read = this.#services.usableConnections().map(async (connection) => {
      const session = await this.#services.sessions.get(connection);
      return session && presented(connection, session);
    });
    const before = this.#shown;
    this.#shown = (await Promise.all(read)).filter((session) => session !== undefined);
    const change = changeBetween(before, this.#shown);
    if ([change.added, change.removed, change.changed].every((sessions) => sessions?.length === 0)) return;
    for (const listener of this.#listeners) listener(change);
  }
}

function presented({ name }: Connection, session: Session): AuthenticationSession {
  return { id: name, accessToken: name, account: { id: name, label: accountLabel(name, session) }, scopes: [name] };
}

/** What the Accounts menu calls a session: the connection, and who is signed in to it. Never a part of a credential. */
function accountLabel(name: string, session: Session): string {
  switch (session.kind) {
    case 'token':
      return l10n.t('{0}: token', name);
    case 'user':
      return l10n.t('{0}: {1} of {2}', name, session.user, session.domain);
    case 'accessKey':
      return l10n.t('{0}: access keys', name);
  }
}

/** A session under another label is another account to the menu: it is taken away and added. */
function changeBetween(
  before: readonly AuthenticationSession[],
  after: readonly AuthenticationSession[],
): SessionsChange {
  const isIn = (sessions: readonly AuthenticationSession[], { id, account }: AuthenticationSession): boolean =>
    sessions.some((other) => other.id === id && other.account.label === account.label);
  return {
    added: after.filter((session) => !isIn(before, session)),
    removed: before.filter((session) => !isIn(after, session)),
    changed: [],
  };
}
