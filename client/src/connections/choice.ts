import * as l10n from '@vscode/l10n';
import type { Choice } from '../prompts/choice.ts';
import type { Prompts } from '../prompts/prompts.ts';
import { isString, StoredMap, type Memory } from '../storage/storedMap.ts';
import type { Connection, Connections } from './connection.ts';

/** A workspace folder. */
export interface Folder {
  readonly uri: string;
  readonly name: string;
}

/** What the choice uses besides the connections. */
export interface ChoiceOptions {
  /**
   * The folder with the selection that applies to a document; `undefined`: the window's selection.
   * @param document its URI; not given: the active one
   */
  readonly folderOf: (document?: string) => Folder | undefined;
  /** Lets the user add a connection, and chooses it nowhere; resolves to its name, or `undefined` when there is none. */
  readonly add: () => Promise<string | undefined>;
  /** Called when a choice can't be stored; then it holds until the window closes, or isn't remembered at all. */
  readonly onFailure: () => void;
}

/**
 * Which connection a workspace folder uses: the remembered one, the only one where none is remembered, or the one that the
 * user picks. One that is remembered and gone is never replaced by another unasked: that may be production.
 */
export class ConnectionChoice {
  readonly #read: () => Connections;
  /** The name of the chosen connection by the folder's URI; under the empty one the window's. */
  readonly #remembered: StoredMap<string>;
  readonly #prompts: Prompts;
  readonly #folderOf: ChoiceOptions['folderOf'];
  readonly #add: ChoiceOptions['add'];
  readonly #onDidChoose: (() => void)[] = [];

  constructor(read: () => Connections, memory: Memory, prompts: Prompts, { folderOf, add, onFailure }: ChoiceOptions) {
    this.#read = read;
    this.#remembered = new StoredMap(memory, {
      key: 'lakeformation.connections',
      read: (value) => (isString(value) ? value : undefined),
      onFailure,
    });
    this.#prompts = prompts;
    this.#folderOf = folderOf;
    this.#add = add;
  }

  /**
   * The connection in force for a document, to be used now; asks where there are several and none is remembered, and
   * where the remembered one is gone.
   * @param document its URI; not given: the active one
   * @returns `undefined`: there is none
   */
  async current(document?: string): Promise<Connection | undefined> {
    const folder = this.#folderOf(document);
    const known = this.knownIn(folder);
    if (known === undefined) return this.selectIn(folder);
    // What was used once, being the only one, isn't replaced unasked either.
    if (this.#rememberedIn(folder) === undefined) await this.chooseIn(folder, known.name);
    return known;
  }

  /** The connection in force for a document where nothing has to be asked; else `undefined`. */
  known(document?: string): Connection | undefined {
    return this.knownIn(this.#folderOf(document));
  }

  /** The folder with the selection that applies to a document; `undefined`: the window's selection. */
  folderOf(document?: string): Folder | undefined {
    return this.#folderOf(document);
  }

  /** The connection in force in a folder, or in the window outside of all, where nothing has to be asked. */
  knownIn(folder: Folder | undefined): Connection | undefined {
    const { usable } = this.#read();
    const remembered = this.#rememberedIn(folder);
    if (remembered !== undefined) return usable.find(({ name }) => name === remembered);
    return usable.length === 1 ? usable[0] : undefined;
  }

  /** Calls `listener` after every choice. */
  onDidChoose(listener: () => void): void {
    this.#onDidChoose.push(listener);
  }

  /** Lets the user choose for a document's folder, and remembers the choice. */
  async select(document?: string): Promise<Connection | undefined> {
    return this.selectIn(this.#folderOf(document));
  }

  /** Lets the user choose for a folder, and remembers the choice. Without any connection, lets the user add one. */
  async selectIn(folder: Folder | undefined): Promise<Connection | undefined> {
    const { usable, problems } = this.#read();
    if (usable.length === 0) return this.#explain(folder, problems);
    const picked = await this.#prompts.pick(this.#choices(usable, this.knownIn(folder)), {
      title: l10n.t('Select Connection'),
      placeholder: this.#questionIn(folder, usable),
    });
    if (picked === 'add') return this.#addedIn(folder);
    if (picked) await this.chooseIn(folder, picked.name);
    // An entry that can't be used is missing from the list: that must not go unnoticed.
    else if (problems.length > 0) await this.#explain(folder, problems);
    return picked;
  }

  /** Remembers a connection as the choice for a folder. */
  async chooseIn(folder: Folder | undefined, name: string): Promise<void> {
    await this.#remember(new Map([...this.#remembered.all(), [keyOf(folder), name]]));
  }

  /** Keeps the choice of a connection that has another name now. */
  async renamed(from: string, to: string): Promise<void> {
    await this.#remember(
      new Map(Array.from(this.#remembered.all(), ([key, name]) => [key, name === from ? to : name])),
    );
  }

  /** What the list asks, and why it does where the connection of the folder is gone. */
  #questionIn(folder: Folder | undefined, usable: readonly Connection[]): string {
    const question = folder
      ? l10n.t('Select the connection for the jobs in folder "{0}"', folder.name)
      : l10n.t('Select the connection for jobs outside the workspace folders');
    const remembered = this.#rememberedIn(folder);
    return remembered === undefined || usable.some(({ name }) => name === remembered)
      ? question
      : l10n.t('Connection "{0}" was removed or can’t be used. {1}', remembered, question);
  }

  #choices(usable: readonly Connection[], current: Connection | undefined): Choice<Connection | 'add'>[] {
    const choices = usable.map((connection) => ({
      label: connection.name,
      description: [
        connection.region,
        connection.production === true ? l10n.t('production') : '',
        connection === current ? l10n.t('current') : '',
      ]
        .filter((part) => part !== '')
        .join(' · '),
      detail: l10n.t('Project {0}, instance {1}', connection.projectId, connection.instanceId),
      value: connection,
    }));
    return [...choices, { label: `$(add) ${l10n.t('Add Connection')}`, value: 'add' }];
  }

  #rememberedIn(folder: Folder | undefined): string | undefined {
    return this.#remembered.all().get(keyOf(folder));
  }

  async #remember(names: ReadonlyMap<string, string>): Promise<void> {
    await this.#remembered.replaceAll(names);
    for (const listener of this.#onDidChoose) listener();
  }

  async #addedIn(folder: Folder | undefined): Promise<Connection | undefined> {
    const name = await this.#add();
    if (name === undefined) return undefined;
    await this.chooseIn(folder, name);
    return this.knownIn(folder);
  }

  /** Shows why an entry can't be used; without any entry, lets the user add a connection. */
  async #explain(folder: Folder | undefined, [problem]: readonly string[]): Promise<Connection | undefined> {
    if (problem === undefined) return this.#addedIn(folder);
    const openSettings = l10n.t('Open Settings');
    if ((await this.#prompts.error(problem, openSettings)) === openSettings)
      await this.#prompts.openSettings('lakeformation.connections');
    return undefined;
  }
}

function keyOf(folder: Folder | undefined): string {
  return folder?.uri ?? '';
}
