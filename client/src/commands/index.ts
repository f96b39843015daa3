import { commands, type Disposable } from 'vscode';
import { codeActionCommandIds, commandIds, type CodeActionCommandId, type CommandId } from './ids.ts';

/**
 * The handler of each command, by its ID. `target` is what a menu or a code action passes, `selected` all that is selected
 * in the Explorer.
 */
export type CommandHandlers = Readonly<
  Record<CommandId | CodeActionCommandId, (target?: unknown, selected?: unknown) => unknown>
>;

/**
 * Registers every command of the extension.
 * @param onFailure is called with an error for which a command shows no message itself
 */
export function registerCommands(
  handlers: CommandHandlers,
  onFailure: (id: string, error: unknown) => void,
): Disposable[] {
  return [...commandIds, ...codeActionCommandIds].map((id) =>
    commands.registerCommand(id, async (target?: unknown, selected?: unknown) => {
      try {
        await handlers[id](target, selected);
      } catch (error) {
        onFailure(id, error);
      }
    }),
  );
}
