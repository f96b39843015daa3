/** Keys of the editors under test for what has none of its own, as Playwright names them, with the command that each runs. */
export const keys = {
  clearNotifications: { press: 'Control+Alt+Shift+F7', command: 'notifications.clearAll' },
  revertAndClose: { press: 'Control+Alt+Shift+F8', command: 'workbench.action.revertAndCloseActiveEditor' },
  closePanel: { press: 'Control+Alt+Shift+F9', command: 'workbench.action.closePanel' },
  submitJob: { press: 'Control+Alt+Shift+F10', command: 'lakeformation.submitJob' },
} as const;

/** The keybindings file of an editor that has these keys. */
export const keybindings: readonly object[] = Object.values(keys).map(({ press, command }) => ({
  key: press.toLowerCase().replace('control', 'ctrl'),
  command,
}));
