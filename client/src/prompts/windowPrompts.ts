import { commands, env, Uri, window, type QuickPickItem } from 'vscode';
import { runWithProgress } from './progress.ts';
import type { Prompts } from './prompts.ts';
import { askInWindow } from './questionWindow.ts';
import { withoutLinks } from './withoutLinks.ts';

/** The prompts of a real window. */
export const windowPrompts: Prompts = {
  async secret({ title, prompt, validate }) {
    return window.showInputBox({ title, prompt, password: true, ignoreFocusOut: true, validateInput: validate });
  },
  async input({ title, prompt, value, validate }) {
    return window.showInputBox({ title, prompt, value, ignoreFocusOut: true, validateInput: validate });
  },
  async pick(choices, { title, placeholder, onFocus }) {
    const items = choices.map((choice): QuickPickItem & { value: typeof choice.value } => ({ ...choice }));
    const picked = await window.showQuickPick(items, {
      title,
      placeHolder: placeholder,
      ignoreFocusOut: true,
      onDidSelectItem: (focused) => {
        const item = items.find((one) => one === focused);
        if (item) onFocus?.(item.value);
      },
    });
    return picked?.value;
  },
  ask: askInWindow,
  async confirm({ action, ...question }) {
    return (await windowPrompts.choose({ ...question, actions: [action] })) === action;
  },
  async choose({ message, detail, actions, isWarning = false }) {
    const show = isWarning ? window.showWarningMessage : window.showInformationMessage;
    return show(message, { modal: true, detail }, ...actions);
  },
  async info(message, ...actions) {
    return window.showInformationMessage(withoutLinks(message), ...actions);
  },
  async warn(message, ...actions) {
    return window.showWarningMessage(withoutLinks(message), ...actions);
  },
  async error(message, ...actions) {
    return window.showErrorMessage(withoutLinks(message), ...actions);
  },
  async hideMessages() {
    await commands.executeCommand('notifications.hideToasts');
  },
  progress: runWithProgress,
  async copy(text) {
    await env.clipboard.writeText(text);
  },
  status(message) {
    window.setStatusBarMessage(message, 5000);
  },
  async openSettings(setting) {
    await commands.executeCommand('workbench.action.openSettings', setting);
  },
  async openPage(address) {
    await env.openExternal(Uri.parse(address, true));
  },
  async showProblems() {
    await commands.executeCommand('workbench.actions.view.problems');
  },
};
