import { languages, window, type Disposable, type TextEditor } from 'vscode';

const selector = { scheme: 'untitled', language: 'lfjob' };

/**
 * Has VS Code look for the quick fixes of an untitled job whenever its editor becomes active.
 *
 * VS Code shows untitled and read-only documents (samples, requests) of a group in the same widget, and sets the document before
 * it sets whether the widget is read-only. An untitled document that follows a read-only one is thus taken for read-only, and
 * gets neither light bulb nor quick fixes. VS Code looks again when code actions are registered.
 */
export function refreshUntitledCodeActions(): Disposable {
  refresh(window.activeTextEditor);
  return window.onDidChangeActiveTextEditor(refresh);
}

function refresh(editor: TextEditor | undefined): void {
  if (editor === undefined || languages.match(selector, editor.document) === 0) return;
  languages.registerCodeActionsProvider(selector, { provideCodeActions: () => undefined }).dispose();
}
