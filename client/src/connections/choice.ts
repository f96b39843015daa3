import * as l10n from '@vscode/l10n';
import type { Memento } from 'vscode';
import type { Prompts } from '../prompts.ts';
import type { Connection, Connections } from './connection.ts';

const rememberedKey = 'lakeformation.connection';

/** Which connection a workspace uses: the only one, the remembered one, or the one that the user picks. */
export class ConnectionChoice {
  readonly #read: () => Connections;
  readonly #memory: Pick<Memento, 'get' | 'update'>;
  readonly #prompts: Prompts;
  readonly #onDidChoose: (() => void)[] = [];

  constructor(read: () => Connections, memory: Pick<Memento, 'get' | 'update'>, prompts: Prompts) {
    this.#read = read;
    this.#memory = memory;
    this.#prompts = prompts;
  }

  /** The connection in force; asks only where there are several and none is remembered. `undefined`: there is none. */
  async current(): Promise<Connection | undefined> {
    return this.known() ?? this.select();
  }

  /** The connection in force where nothing has to be asked; `undefined` where there are several and none is remembered. */
  known(): Connection | undefined {
    const { usable } = this.#read();
    const remembered = this.#memory.get<unknown>(rememberedKey);
    return usable.length === 1 ? usable[0] : usable.find(({ name }) => name === remembered);
  }

  /** Calls `listener` after every choice. */
  onDidChoose(listener: () => void): void {
    this.#onDidChoose.push(listener);
  }

  /** Lets the user choose, and remembers the choice for this workspace. Without any connection, says how to add one. */
  async select(): Promise<Connection | undefined> {
    const { usable, problems } = this.#read();
    if (usable.length === 0) {
      await this.#explain(problems);
      return undefined;
    }
    const picked = await this.#prompts.pick(
      usable.map((connection) => ({
        label: connection.name,
        description: connection.region,
        detail: l10n.t('Project {0}, instance {1}', connection.projectId, connection.instanceId),
        value: connection,
      })),
      { title: l10n.t('LakeFormation connection'), placeholder: l10n.t('Where do the jobs of this workspace go?') },
    );
    if (picked) {
      await this.#memory.update(rememberedKey, picked.name);
      for (const listener of this.#onDidChoose) listener();
    } else if (problems.length > 0) {
      // An entry that cannot be used is missing from the list: that must not go unnoticed.
      await this.#explain(problems);
    }
    return picked;
  }

  async #explain(problems: readonly string[]): Promise<void> {
    const message =
      problems[0] ?? l10n.t('No LakeFormation connection is set up. Add one to the setting lakeformation.connections.');
    const openSettings = l10n.t('Open Settings');
    if ((await this.#prompts.error(message, openSettings)) === openSettings) {
      await this.#prompts.openSettings('lakeformation.connections');
    }
  }
}
