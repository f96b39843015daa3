import * as l10n from '@vscode/l10n';
import type { Memento } from 'vscode';
import type { Choice, Prompts } from '../prompts.ts';
import type { Connection, Connections } from './connection.ts';

/** The name of the chosen connection by the folder's URI; under the empty one the window's. */
const rememberedKey = 'lakeformation.connections';

/** A workspace folder. */
export interface Folder {
  readonly uri: string;
  readonly name: string;
}

/** What the choice needs beside the connections. */
export interface ChoicePorts {
  /**
   * The folder whose choice a document shares; `undefined`: the window's.
   * @param document its URI; not given: the active one
   */
  readonly folderOf?: (document?: string) => Folder | undefined;
  /** Lets the user add a connection; resolves to its name, or `undefined` when there is none. */
  readonly add?: () => Promise<string | undefined>;
}

/** Which connection a workspace folder uses: the only one, the remembered one, or the one that the user picks. */
export class ConnectionChoice {
  readonly #read: () => Connections;
  readonly #memory: Pick<Memento, 'get' | 'update'>;
  readonly #prompts: Prompts;
  readonly #folderOf: NonNullable<ChoicePorts['folderOf']>;
  readonly #add: ChoicePorts['add'];
  readonly #onDidChoose: (() => void)[] = [];

  constructor(
    read: () => Connections,
    memory: Pick<Memento, 'get' | 'update'>,
    prompts: Prompts,
    { folderOf = () => undefined, add }: ChoicePorts = {},
  ) {
    this.#read = read;
    this.#memory = memory;
    this.#prompts = prompts;
    this.#folderOf = folderOf;
    this.#add = add;
  }

  /**
   * The connection in force for a document; asks only where there are several and none is remembered.
   * @param document its URI; not given: the active one
   * @returns `undefined`: there is none
   */
  async current(document?: string): Promise<Connection | undefined> {
    return this.known(document) ?? this.select(document);
  }

  /** The connection in force for a document where nothing has to be asked; `undefined` where there are several and none is remembered. */
  known(document?: string): Connection | undefined {
    return this.knownIn(this.#folderOf(document));
  }

  /** The connection in force in a folder, or in the window outside of all, where nothing has to be asked. */
  knownIn(folder: Folder | undefined): Connection | undefined {
    const { usable } = this.#read();
    const remembered = this.#remembered().get(keyOf(folder));
    return usable.length === 1 ? usable[0] : usable.find(({ name }) => name === remembered);
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
    if (usable.length === 0) return this.#explain(problems);
    const picked = await this.#prompts.pick(this.#choices(usable, this.knownIn(folder)), {
      title: l10n.t('LakeFormation connection'),
      placeholder: folder
        ? l10n.t('Where do the jobs of folder {0} go?', folder.name)
        : l10n.t('Where do the jobs go that are in no folder of the workspace?'),
    });
    if (picked === 'add') return this.#added();
    if (picked) await this.#chooseIn(folder, picked.name);
    // An entry that cannot be used is missing from the list: that must not go unnoticed.
    else if (problems.length > 0) await this.#explain(problems);
    return picked;
  }

  /** Remembers a connection as the choice for a document's folder. */
  async choose(name: string, document?: string): Promise<void> {
    await this.#chooseIn(this.#folderOf(document), name);
  }

  /** Keeps the choice of a connection that has another name now. */
  async renamed(from: string, to: string): Promise<void> {
    await this.#remember(new Map(Array.from(this.#remembered(), ([key, name]) => [key, name === from ? to : name])));
  }

  async #chooseIn(folder: Folder | undefined, name: string): Promise<void> {
    await this.#remember(new Map([...this.#remembered(), [keyOf(folder), name]]));
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
    return this.#add ? [...choices, { label: `$(add) ${l10n.t('Add Connection')}`, value: 'add' }] : choices;
  }

  #remembered(): Map<string, string> {
    const value = this.#memory.get<unknown>(rememberedKey);
    const entries: [string, unknown][] = typeof value === 'object' && value !== null ? Object.entries(value) : [];
    return new Map(entries.filter((entry): entry is [string, string] => typeof entry[1] === 'string'));
  }

  async #remember(names: Map<string, string>): Promise<void> {
    await this.#memory.update(rememberedKey, Object.fromEntries(names));
    for (const listener of this.#onDidChoose) listener();
  }

  async #added(): Promise<Connection | undefined> {
    const name = await this.#add?.();
    return this.#read().usable.find((connection) => connection.name === name);
  }

  async #explain(problems: readonly string[]): Promise<Connection | undefined> {
    const openSettings = l10n.t('Open Settings');
    const add = l10n.t('Add Connection');
    const [problem] = problems;
    const chosen =
      problem === undefined && this.#add
        ? await this.#prompts.error(l10n.t('No LakeFormation connection is set up. Add one.'), add, openSettings)
        : await this.#prompts.error(
            problem ??
              l10n.t('No LakeFormation connection is set up. Add one to the setting lakeformation.connections.'),
            openSettings,
          );
    if (chosen === openSettings) await this.#prompts.openSettings('lakeformation.connections');
    return chosen === add ? this.#added() : undefined;
  }
}

function keyOf(folder: Folder | undefined): string {
  return folder?.uri ?? '';
}
