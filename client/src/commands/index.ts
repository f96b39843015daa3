import { commands, type Disposable } from 'vscode';
import { commandIds, type CommandId } from './ids.ts';

/** What a command does, by its id. A command that a menu passes something gets it as `target`. */
export type Commands = Readonly<Record<CommandId, (target?: unknown) => unknown>>;

/**
 * Registers every command of the extension.
 * @param onFailure is told of an error that a command did not turn into a message itself
 */
export function registerCommands(handlers: Commands, onFailure: (id: CommandId, error: unknown) => void): Disposable[] {
  return commandIds.map((id) =>
    commands.registerCommand(id, async (target?: unknown) => {
      try {
        await handlers[id](target);
      } catch (error) {
        onFailure(id, error);
      }
    }),
  );
}
