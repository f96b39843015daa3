/**
 * User settings of the editors under test: a notch of the mouse wheel goes further but not past what is in sight,
 * nothing covers the text or is in it that isn't part of it, and no question is asked at the start.
 */
export const testSettings: Readonly<Record<string, unknown>> = {
  'editor.codeLens': false,
  'editor.cursorBlinking': 'solid',
  'editor.fontSize': 10,
  'editor.lineHeight': 14,
  'editor.inlayHints.enabled': 'off',
  'editor.minimap.enabled': false,
  'editor.mouseWheelScrollSensitivity': 6,
  'editor.scrollBeyondLastLine': false,
  'editor.stickyScroll.enabled': false,
  'workbench.reduceMotion': 'on',
  'security.workspace.trust.startupPrompt': 'never',
};
