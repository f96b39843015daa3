import type { Page } from 'playwright-core';
import type { Clipboard } from './clipboard.ts';
import { AccountsMenu } from './accountsMenu.ts';
import { Breadcrumbs } from './breadcrumbs.ts';
import { CodeLensRow } from './codeLenses.ts';
import { ContextMenu } from './contextMenu.ts';
import { DiffEditor } from './diffEditor.ts';
import { Dialogs } from './dialogs.ts';
import { EditorPane } from './editorPane.ts';
import { Explorer } from './explorer.ts';
import { HoverWidget } from './hoverWidget.ts';
import { JobsTree } from './jobsTree.ts';
import { LanguageStatus } from './languageStatus.ts';
import { MarkdownPreview } from './markdownPreview.ts';
import { Notifications } from './notifications.ts';
import { OutputPanel } from './outputPanel.ts';
import { ProblemsView } from './problemsView.ts';
import { QuickFixes } from './quickFixes.ts';
import { QuickInput } from './quickInput.ts';
import { takeScreenshot } from './screenshot.ts';
import { StatusBarItem } from './statusBarItem.ts';
import { SuggestWidget } from './suggestWidget.ts';
import { Walkthrough } from './walkthrough.ts';
import { WorkspaceTrust } from './workspaceTrust.ts';

/** The editor's window by its widgets, each driven as a person drives it: with keyboard and mouse. */
export interface Workbench {
  readonly quickInput: QuickInput;
  readonly editorPane: EditorPane;
  readonly diffEditor: DiffEditor;
  readonly suggestWidget: SuggestWidget;
  readonly quickFixes: QuickFixes;
  readonly hoverWidget: HoverWidget;
  readonly breadcrumbs: Breadcrumbs;
  readonly codeLenses: CodeLensRow;
  readonly languageStatus: LanguageStatus;
  readonly markdownPreview: MarkdownPreview;
  /** The connection in the status bar. */
  readonly connectionItem: StatusBarItem;
  /** The job of the document in the status bar. */
  readonly jobItem: StatusBarItem;
  readonly problemsView: ProblemsView;
  readonly outputPanel: OutputPanel;
  readonly notifications: Notifications;
  readonly dialogs: Dialogs;
  readonly contextMenu: ContextMenu;
  readonly explorer: Explorer;
  readonly jobsTree: JobsTree;
  readonly accountsMenu: AccountsMenu;
  readonly walkthrough: Walkthrough;
  readonly workspaceTrust: WorkspaceTrust;
  readonly clipboard: Clipboard;
  /** Runs a command by its title in the palette, category included: `LakeFormation: Sign In`. */
  readonly runCommand: (title: string) => Promise<void>;
  /** Keeps a picture of the window as `test-results/<name>.png`; resolves to its path. */
  readonly screenshot: (name: string) => Promise<string>;
}

/** The workbench in a page. */
export function createWorkbench(page: Page, workspaceFolder: string, clipboard: Clipboard): Workbench {
  const quickInput = new QuickInput(page);
  const contextMenu = new ContextMenu(page);
  const editorPane = new EditorPane(page, { quickInput, contextMenu, clipboard, workspaceFolder });
  return {
    quickInput,
    editorPane,
    diffEditor: new DiffEditor(page),
    suggestWidget: new SuggestWidget(page),
    quickFixes: new QuickFixes(page),
    hoverWidget: new HoverWidget(page, editorPane),
    breadcrumbs: new Breadcrumbs(page),
    codeLenses: new CodeLensRow(page),
    languageStatus: new LanguageStatus(page),
    markdownPreview: new MarkdownPreview(page),
    connectionItem: new StatusBarItem(page, 'lfjob.lakeformation-jobs.lakeformation.connection'),
    jobItem: new StatusBarItem(page, 'lfjob.lakeformation-jobs.lakeformation.job'),
    problemsView: new ProblemsView(page, quickInput),
    outputPanel: new OutputPanel(page, quickInput),
    notifications: new Notifications(page, quickInput),
    dialogs: new Dialogs(page),
    contextMenu,
    explorer: new Explorer(page, contextMenu),
    jobsTree: new JobsTree(page, quickInput, contextMenu),
    accountsMenu: new AccountsMenu(page),
    walkthrough: new Walkthrough(page, quickInput),
    workspaceTrust: new WorkspaceTrust(page, quickInput),
    clipboard,
    runCommand: (title) => quickInput.runCommand(title),
    screenshot: (name) => takeScreenshot(page, name),
  };
}

/** Waits until the window shows the workspace's files, which is when its commands and keys work. */
export async function waitUntilReady(page: Page): Promise<void> {
  await page.locator('.explorer-folders-view .monaco-list').waitFor();
  await page.locator('[id="status.notifications"]').waitFor();
}
