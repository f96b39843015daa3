import type { CodeAction, Command, Diagnostic } from 'vscode-languageserver-types';
import type { Capabilities } from './capabilities.ts';
import { diagnosticFor } from './diagnostic.ts';

/** Returns code actions as a client takes them: without what it doesn't know or, where it knows only commands, as commands. */
export function codeActionsFor(
  actions: readonly CodeAction[],
  client: Pick<Capabilities, 'codeActionLiterals' | 'preferredCodeActions' | 'diagnostics'>,
): (CodeAction | Command)[] {
  // An action with an edit isn't done by its command alone.
  if (!client.codeActionLiterals) return actions.flatMap(({ command, edit }) => (command && !edit ? [command] : []));
  return actions.map(({ isPreferred, diagnostics, ...action }) => ({
    ...action,
    ...(diagnostics && { diagnostics: diagnostics.map((one: Diagnostic) => diagnosticFor(one, client.diagnostics)) }),
    ...(isPreferred === true && client.preferredCodeActions && { isPreferred }),
  }));
}
