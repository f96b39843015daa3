import { commands, type Disposable } from 'vscode';
import { codeActionCommandIds, commandIds, type CodeActionCommandId, type CommandId } from './ids.ts';

/** The handler of each command, by its ID. `target` is what a menu or a code action passes. */
export type CommandHandlers = Readonly<Record<CommandId | CodeActionCommandId, (target?: unknown) => unknown>>;

/**
 * Registers every command of the extension.
 * @param onFailure is told of an error that a command did not turn into a message itself
 */
export function registerCommands(
  handlers: CommandHandlers,
  onFailure: (id: string, error: unknown) => void,
): Disposable[] {
  return [...commandIds, ...codeActionCommandIds].map((id) =>
    commands.registerCommand(id, async (target?: unknown) => {
      try {
        await handlers[id](target);
      } catch (error) {
        onFailure(id, error);
      }
    }),
  );
}
