import type { Page } from 'playwright-core';
import type { Workbench } from './workbench.ts';

/** Which editor runs: one that is served to a headless Chromium, or a desktop VS Code. */
export type EditorKind = 'served' | 'desktop';

/** Where the extension comes from: a folder that has its manifest, or a VSIX file that is installed before the start. */
export type ExtensionSource = { readonly extensionDevelopmentPath: string } | { readonly vsixPath: string };

/** What an editor is started with. */
export type LaunchOptions = ExtensionSource & {
  /** The folder that is opened; an absolute path. */
  readonly workspaceFolder: string;
  /** A `.code-workspace` of several folders, which is opened in place of the folder; an absolute path. */
  readonly workspaceFile?: string;
  /** User settings, those of application scope too. They are there before the editor starts. */
  readonly userSettings?: Readonly<Record<string, unknown>>;
  /** What the environment of the editor has beside ours. */
  readonly env?: Readonly<Record<string, string>>;
  /** Where the extension runs: in Node, or in a web worker as in vscode.dev. `node` if not given. */
  readonly extensionHost?: 'node' | 'web';
  /**
   * Whether the editor distinguishes trusted folders: then this one opens in Restricted Mode. If not given it trusts all.
   */
  readonly workspaceTrust?: boolean;
  /** The display language of extensions, `zh-cn` for example; English if not given. Only the served editor has others. */
  readonly locale?: string;
};

/** A window of an editor. */
export interface EditorWindow {
  readonly page: Page;
  /** The window's widgets. */
  readonly workbench: Workbench;
}

/** A running editor, and its first window. */
export interface Editor extends EditorWindow {
  readonly kind: EditorKind;
  /** The folder of all that the editor keeps on the disk: user data, logs, state. */
  readonly profileFolder: string;
  /** Opens one more window on the same folder. */
  openWindow(): Promise<EditorWindow>;
  /** Ends the editor with all its processes and removes its temporary folders. */
  close(): Promise<void>;
}
