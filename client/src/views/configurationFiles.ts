import { languages, workspace, type Disposable, type LogOutputChannel, type TextDocument, type Uri } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { configurationName } from '../../../language/src/configuration/configuration.ts';
import {
  folderConfigurations,
  isConfiguredJob,
  type ConfigurationFile,
  type FolderConfiguration,
} from '../language/folderConfigurations.ts';
import { notifyFolderRules } from '../language/notifications.ts';

/** As many files are read, each of up to so many bytes. */
const mostFiles = 1_000;
const largestFile = 1024 * 1024;

/** What the files `lfjob.config.json` of a trusted workspace set: the severities of rules, and which JSON files are jobs. */
export class ConfigurationFiles implements Disposable {
  readonly #client: BaseLanguageClient;
  readonly #log: LogOutputChannel;
  readonly #registrations: readonly Disposable[];
  #configurations: readonly FolderConfiguration[] = [];
  #turn = 0;
  /** The open documents that became jobs. Who changes their language back wants that. */
  readonly #changed = new Set<string>();

  constructor(client: BaseLanguageClient, log: LogOutputChannel) {
    this.#client = client;
    this.#log = log;
    const watcher = workspace.createFileSystemWatcher(`**/${configurationName}`);
    const update = (): void => void this.update();
    this.#registrations = [
      watcher,
      watcher.onDidCreate(update),
      watcher.onDidChange(update),
      watcher.onDidDelete(update),
      workspace.onDidChangeWorkspaceFolders(update),
      workspace.onDidGrantWorkspaceTrust(update),
      workspace.onDidOpenTextDocument((document) => this.#becomeJob(document)),
      workspace.onDidCloseTextDocument((document) => this.#closed(document)),
    ];
  }

  /** Reads the files, and applies what they set. The language server has to run. */
  async update(): Promise<void> {
    this.#turn += 1;
    const turn = this.#turn;
    const configurations = folderConfigurations(await readFiles());
    if (turn !== this.#turn) return;
    this.#configurations = configurations;
    for (const { folder, problems } of configurations) {
      for (const problem of problems) this.#log.warn(`${folder}${configurationName}: ${problem}`);
    }
    notifyFolderRules(this.#client, configurations, this.#log);
    for (const document of workspace.textDocuments) this.#becomeJob(document);
  }

  dispose(): void {
    this.#turn += 1;
    for (const registration of this.#registrations) registration.dispose();
  }

  /** VS Code also closes a document, and opens it again, to change its language. */
  #closed(document: TextDocument): void {
    if (!workspace.textDocuments.includes(document)) this.#changed.delete(document.uri.toString());
  }

  #becomeJob(document: TextDocument): void {
    const uri = document.uri.toString();
    if (!['json', 'jsonc'].includes(document.languageId) || this.#changed.has(uri)) return;
    if (!isConfiguredJob(uri, this.#configurations)) return;
    this.#changed.add(uri);
    languages.setTextDocumentLanguage(document, 'lfjob').then(undefined, () => undefined);
  }
}

async function readFiles(): Promise<readonly ConfigurationFile[]> {
  if (!workspace.isTrusted) return [];
  const uris = await workspace.findFiles(`**/${configurationName}`, '**/node_modules/**', mostFiles);
  return (await Promise.all(uris.map(readFile))).filter((file) => file !== undefined);
}

async function readFile(uri: Uri): Promise<ConfigurationFile | undefined> {
  try {
    const { size } = await workspace.fs.stat(uri);
    if (size > largestFile) return undefined;
    return { uri: uri.toString(), text: new TextDecoder().decode(await workspace.fs.readFile(uri)) };
  } catch {
    // It was deleted just now, or can't be read.
    return undefined;
  }
}
