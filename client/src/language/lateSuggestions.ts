import { CompletionList, commands, window, type Position, type TextDocument } from 'vscode';
import type { CompletionMiddleware } from 'vscode-languageclient';
import { suggestCommand } from '../../../language/src/features/complete/triggers.ts';

/** Later than this, in milliseconds, nobody waits for suggestions any more. */
const longestWait = 5000;

/** VS Code's command that closes the list of suggestions, or its message that there are none. */
const closeCommand = 'hideSuggestWidget';

/** A list of suggestions that wasn't complete, and where it was asked for. */
interface IncompleteList {
  readonly document: TextDocument;
  readonly version: number;
  readonly position: Position;
  readonly at: number;
}

/**
 * Asks for suggestions once more when values of the instance arrive right after a list that lacked them, unless the user has
 * typed, moved the cursor, or seen a suggestion since: a list that was closed stays closed.
 */
export class LateSuggestions {
  #incomplete: IncompleteList | undefined;
  /** Whether a suggestion of the last list had the focus: VS Code has it resolved then. */
  #isSeen = false;
  #arrivals = 0;

  /** Passes the list of the language server on, and remembers it if it isn't complete. */
  readonly provideCompletionItem: NonNullable<CompletionMiddleware['provideCompletionItem']> = async (
    document,
    position,
    context,
    token,
    next,
  ) => {
    const [{ version }, arrivals] = [document, this.#arrivals];
    this.#isSeen = false;
    const list = await next(document, position, context, token);
    const isIncomplete = list instanceof CompletionList && list.isIncomplete === true;
    this.#incomplete = isIncomplete ? { document, version, position, at: Date.now() } : undefined;
    if (arrivals !== this.#arrivals) this.#askAgain();
    return list;
  };

  /** Passes the description of the suggestion that has the focus on. */
  readonly resolveCompletionItem: NonNullable<CompletionMiddleware['resolveCompletionItem']> = (item, token, next) => {
    this.#isSeen = true;
    return next(item, token);
  };

  /** Is called when values were sent to the language server. */
  arrived(): void {
    this.#arrivals += 1;
    this.#askAgain();
  }

  #askAgain(): void {
    const [list, editor] = [this.#incomplete, window.activeTextEditor];
    if (this.#isSeen || list === undefined || editor === undefined || Date.now() - list.at > longestWait) return;
    const isSamePlace =
      editor.document === list.document &&
      editor.document.version === list.version &&
      editor.selection.isEmpty &&
      editor.selection.active.isEqual(list.position);
    if (!isSamePlace) return;
    this.#incomplete = undefined;
    // The values, and the list that lacks them, are delivered first.
    setTimeout(() => void showSuggestions(), 0);
  }
}

/** Asks for suggestions, also while a list is open, or the message that there are none: VS Code's command alone does nothing then. */
async function showSuggestions(): Promise<void> {
  await commands.executeCommand(closeCommand);
  await commands.executeCommand(suggestCommand);
}
