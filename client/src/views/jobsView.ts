import * as l10n from '@vscode/l10n';
import {
  commands,
  EventEmitter,
  ThemeColor,
  ThemeIcon,
  TreeItem,
  TreeItemCollapsibleState,
  Uri,
  window,
  workspace,
  type Disposable,
  type TreeDataProvider,
  type TreeView,
} from 'vscode';
import type { Subscription } from '../auth/sessions.ts';
import type { SignInServices } from '../auth/signInServices.ts';
import type { Connection } from '../connections/connection.ts';
import { askForFilter } from '../jobs/list/askForFilter.ts';
import { filterLabel, type JobFilter } from '../jobs/list/jobFilter.ts';
import { JobList } from '../jobs/list/jobList.ts';
import { LastRuns } from '../jobs/list/lastRuns.ts';
import type { JobNode, JobsNode, MessageNode, RunNode } from '../jobs/list/jobNodes.ts';
import { jobRow, rowsOf, type JobRow } from '../jobs/list/jobRows.ts';
import type { JobSecretsServices } from '../jobs/jobSecrets.ts';
import { runLabel } from '../jobs/runLabels.ts';
import type { Services } from '../services.ts';
import { instanceKey } from '../api/instanceAddress.ts';
import type { SubmissionRecord } from '../state/submissionRecord.ts';

type JobsViewServices = SignInServices &
  JobSecretsServices &
  Pick<
    Services,
    | 'acceptedCredential'
    | 'connections'
    | 'history'
    | 'isTrusted'
    | 'jobRunsApi'
    | 'jobWatch'
    | 'now'
    | 'prompts'
    | 'schedule'
    | 'sessions'
    | 'storedCredential'
    | 'usableConnections'
  >;

/** How often the times are shown again, in milliseconds. */
const timeInterval = 30_000;

/** A list that is older than this is read again when it comes in sight, in milliseconds. */
const oldestList = 30_000;

/** Changes within this time are shown together, in milliseconds. */
const changeDelay = 100;

/** After a submission, the list is read again when none has followed in this time, in milliseconds. */
const submissionDelay = 1_000;

/** The view Jobs: the jobs of each connection, and the last runs of each job. */
export class JobsView implements TreeDataProvider<JobsNode>, Disposable {
  readonly #services: JobsViewServices;
  readonly #view: TreeView<JobsNode>;
  readonly #lists = new Map<string, JobList>();
  readonly #runs: LastRuns;
  /** The names of the connections that the user has collapsed. */
  readonly #collapsed = new Set<string>();
  readonly #changed = new EventEmitter<JobsNode | undefined>();
  readonly #registrations: readonly Subscription[];
  #filter: JobFilter = {};
  #cancelTimer = (): void => undefined;
  #cancelSubmitted = (): void => undefined;
  #cancelChange: (() => void) | undefined;
  readonly onDidChangeTreeData = this.#changed.event;

  constructor(services: JobsViewServices) {
    this.#services = services;
    this.#runs = new LastRuns(services);
    this.#view = window.createTreeView('lakeformation.jobs', {
      treeDataProvider: this,
      canSelectMany: true,
      showCollapseAll: true,
    });
    this.#registrations = [
      this.#view,
      this.#view.onDidChangeVisibility(() => this.#updateWatched()),
      this.#view.onDidExpandElement(({ element }) => this.#setExpanded(element, true)),
      this.#view.onDidCollapseElement(({ element }) => this.#setExpanded(element, false)),
      window.onDidChangeWindowState(() => this.#updateWatched()),
      workspace.onDidGrantWorkspaceTrust(() => this.#changed.fire(undefined)),
      services.sessions.onDidChange(() => this.#sessionsChanged()),
    ];
    services.history.onDidChange((record) => this.#submitted(record));
    services.jobLinks.onDidChange(() => this.#changedSoon());
    this.#showTime();
  }

  /** The jobs that are selected. */
  get selected(): readonly JobsNode[] {
    return this.#view.selection;
  }

  /** Reads the lists of all connections that were read, or of one, given its name. */
  async refresh(name?: unknown): Promise<void> {
    this.#runs.clear();
    const lists = [...this.#lists.values()].filter(
      ({ connection }) => typeof name !== 'string' || connection.name === name,
    );
    await Promise.all(lists.map(async (list) => list.refresh()));
  }

  /** Reads the next pages of a connection, given its name. */
  async loadMore(name: unknown): Promise<void> {
    await [...this.#lists.values()].find(({ connection }) => connection.name === name)?.loadMore();
  }

  /** Lets the user filter the jobs. @param part the part that is asked for; without it, the user selects one */
  async askForFilter(part?: unknown): Promise<void> {
    const filter = await askForFilter(this.#services.prompts, this.#filter, part);
    if (filter) await this.setFilter(filter);
  }

  /** Lists other jobs. */
  async setFilter(filter: JobFilter): Promise<void> {
    this.#filter = filter;
    const label = filterLabel(filter);
    // Not the description: the title of a container with one view doesn't have it.
    this.#view.message = label === undefined ? '' : l10n.t('Filter: {0}', label);
    await commands.executeCommand('setContext', 'lakeformation.isJobFiltered', label !== undefined);
    await Promise.all([...this.#lists.values()].map(async (list) => list.setFilter(filter)));
  }

  /** Shows other connections after the settings have changed. */
  connectionsChanged(): void {
    const usable = new Map(this.#services.usableConnections().map((one) => [keyOf(one), one]));
    for (const [key, list] of this.#lists) {
      if (usable.has(key)) continue;
      list.dispose();
      this.#lists.delete(key);
    }
    this.#changed.fire(undefined);
  }

  async getChildren(node?: JobsNode): Promise<JobsNode[]> {
    if (node === undefined) return this.#roots();
    if (node.kind === 'connection') return this.#jobsOf(node.connection);
    return node.kind === 'job' ? [...(await this.#runs.of(node))] : [];
  }

  getTreeItem(node: JobsNode): TreeItem {
    switch (node.kind) {
      case 'connection':
        return this.#connectionItem(node.connection);
      case 'job':
        return this.#jobItem(node);
      case 'run':
        return this.#runItem(node);
      case 'message':
        return messageItem(node);
    }
  }

  dispose(): void {
    this.#cancelTimer();
    this.#cancelSubmitted();
    this.#cancelChange?.();
    for (const registration of this.#registrations) registration.dispose();
    for (const list of this.#lists.values()) list.dispose();
    this.#changed.dispose();
  }

  /** Without any, and in a workspace that isn't trusted, the view shows what the manifest has for that. */
  #roots(): JobsNode[] {
    if (!this.#services.isTrusted()) return [];
    return this.#services.usableConnections().map(({ name }) => ({ kind: 'connection', connection: name }));
  }

  #jobsOf(name: string): JobsNode[] {
    const connection = this.#services.usableConnections().find((one) => one.name === name);
    if (connection === undefined) return [];
    const list = this.#listOf(connection);
    if (list.now.state.kind === 'unread') void list.setFilter(this.#filter);
    list.setWatched(this.#isInSight(list));
    return [...rowsOf(connection, list.now, this.#filter, this.#services.jobLinks.documentsIn(connection))];
  }

  #listOf(connection: Connection): JobList {
    const known = this.#lists.get(keyOf(connection));
    if (known) return known;
    const { sessions, acceptedCredential, jobRunsApi, secrets, jobWatch, now } = this.#services;
    const list = new JobList(connection, {
      jobWatch,
      now,
      credential: async () => acceptedCredential(connection),
      jobRunsApi: async (credential) => jobRunsApi(connection, credential, await secrets.values()),
      onRefused: () => sessions.setRefused(connection, true),
      onDidChange: () => this.#changedSoon(),
    });
    this.#lists.set(keyOf(connection), list);
    return list;
  }

  #connectionItem(name: string): TreeItem {
    const connection = this.#services.usableConnections().find((one) => one.name === name);
    const isOnly = this.#services.usableConnections().length === 1;
    const item = new TreeItem(name, isOnly ? TreeItemCollapsibleState.Expanded : TreeItemCollapsibleState.Collapsed);
    item.id = `connection:${name}`;
    item.contextValue = 'connection';
    const isProduction = connection?.production === true;
    item.iconPath = new ThemeIcon('cloud', isProduction ? new ThemeColor('list.warningForeground') : undefined);
    item.description = [connection?.region, isProduction ? l10n.t('production') : '']
      .filter((part) => part !== undefined && part !== '')
      .join(' · ');
    if (connection) {
      item.tooltip = [
        connection.endpoint,
        l10n.t('Project: {0}', connection.projectId),
        l10n.t('Instance: {0}', connection.instanceId),
      ].join('\n');
    }
    item.accessibilityInformation = { label: [name, item.description].filter((part) => part !== '').join(', ') };
    return item;
  }

  #jobItem(node: JobNode): TreeItem {
    const file = node.document === undefined ? undefined : Uri.parse(node.document, true);
    const row = jobRow(node, file && workspace.asRelativePath(file), this.#services.now());
    const item = itemOf(row, TreeItemCollapsibleState.Collapsed);
    item.id = JSON.stringify(['job', node.connection, node.id]);
    item.contextValue = row.context;
    if (file) item.command = { title: l10n.t('Open File'), command: 'vscode.open', arguments: [file] };
    return item;
  }

  #runItem({ of: { connection, id, name, type }, run, index }: RunNode): TreeItem {
    const row = runLabel(run, this.#services.now());
    const item = itemOf({ ...row, tooltip: row.summary ?? row.label }, TreeItemCollapsibleState.None);
    item.id = JSON.stringify(['run', connection, id, index]);
    item.contextValue = 'run';
    if (row.summary !== undefined) item.description = `${row.description} · ${row.summary}`;
    const argument = { connection, id, name, type };
    item.command = { title: l10n.t('Show Log'), command: 'lakeformation.showJobLog', arguments: [argument] };
    return item;
  }

  #setExpanded(node: JobsNode, isExpanded: boolean): void {
    if (node.kind !== 'connection') return;
    if (isExpanded) this.#collapsed.delete(node.connection);
    else this.#collapsed.add(node.connection);
    this.#updateWatched();
  }

  #isInSight({ connection }: JobList): boolean {
    return this.#isVisible() && !this.#collapsed.has(connection.name);
  }

  #isVisible(): boolean {
    return this.#view.visible && window.state.focused;
  }

  /** Watches the jobs while they are in sight, and reads a list again that is old. */
  #updateWatched(): void {
    for (const list of this.#lists.values()) {
      const isInSight = this.#isInSight(list);
      list.setWatched(isInSight);
      const { readAt } = list;
      if (isInSight && readAt !== undefined && readAt < this.#services.now() - oldestList) void list.refresh();
    }
  }

  /** Reads the list of an instance again once the last of several jobs was submitted, or when it comes in sight. */
  #submitted({ endpoint, instanceId }: SubmissionRecord): void {
    for (const list of this.#lists.values()) {
      const { connection } = list;
      if (connection.endpoint === endpoint && connection.instanceId === instanceId) list.outdate();
    }
    this.#cancelSubmitted();
    this.#cancelSubmitted = this.#services.schedule(submissionDelay, () => this.#updateWatched());
  }

  /** Reads the lists that couldn't be read before; those of which the session has ended show that. */
  #sessionsChanged(): void {
    for (const list of this.#lists.values()) {
      const { kind } = list.now.state;
      const isRefused = this.#services.sessions.isRefused(list.connection);
      if (kind === 'signedOut' || (kind === 'failed' && !isRefused)) void list.refresh();
      else if (kind === 'read') void this.#clearSignedOut(list);
    }
  }

  async #clearSignedOut(list: JobList): Promise<void> {
    if ((await this.#services.storedCredential(list.connection)) === undefined) await list.refresh();
  }

  #changedSoon(): void {
    this.#cancelChange ??= this.#services.schedule(changeDelay, () => {
      this.#cancelChange = undefined;
      this.#changed.fire(undefined);
    });
  }

  #showTime(): void {
    this.#cancelTimer = this.#services.schedule(timeInterval, () => {
      if (this.#isVisible()) this.#changed.fire(undefined);
      this.#showTime();
    });
  }
}

function keyOf(connection: Connection): string {
  return JSON.stringify([connection.name, instanceKey(connection)]);
}

function itemOf(row: Omit<JobRow, 'context'>, state: TreeItemCollapsibleState): TreeItem {
  const item = new TreeItem(row.label, state);
  item.description = row.description;
  item.tooltip = row.tooltip;
  item.iconPath = new ThemeIcon(row.icon.id, row.icon.color === undefined ? undefined : new ThemeColor(row.icon.color));
  item.accessibilityInformation = { label: row.accessible };
  return item;
}

function messageItem({ id, label, description, icon, command }: MessageNode): TreeItem {
  const item = new TreeItem(label, TreeItemCollapsibleState.None);
  item.id = id;
  item.contextValue = 'message';
  item.iconPath = new ThemeIcon(icon);
  item.tooltip = [label, description ?? ''].filter((part) => part !== '').join('\n');
  if (description !== undefined) item.description = description;
  if (command) item.command = { ...command, ...(command.arguments && { arguments: [...command.arguments] }) };
  item.accessibilityInformation = {
    label: [label, description ?? ''].filter((part) => part !== '').join(', '),
    ...(command && { role: 'button' }),
  };
  return item;
}
