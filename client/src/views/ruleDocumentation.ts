import {
  commands,
  Disposable,
  EventEmitter,
  FileSystemError,
  FilePermission,
  FileType,
  Uri,
  workspace,
  type FileChangeEvent,
  type FileStat,
  type FileSystemProvider,
} from 'vscode';
import { allRulesPath, documentationPath, rulePage, rulesScheme } from '../editor/rulePages.ts';

/**
 * The documentation of the rules as read-only files, made from a file of the extension: no network is needed. They are files
 * rather than virtual documents so that the editor can show them again after a restart: reading one activates the extension.
 */
export class RuleDocumentation implements FileSystemProvider, Disposable {
  readonly #source: Uri;
  readonly #changed = new EventEmitter<FileChangeEvent[]>();
  readonly #registration: Disposable;
  readonly onDidChangeFile = this.#changed.event;

  /** @param language the display language, which decides on the language of the documentation */
  constructor(extensionUri: Uri, language: string) {
    this.#source = Uri.joinPath(extensionUri, documentationPath(language));
    this.#registration = workspace.registerFileSystemProvider(rulesScheme, this, { isReadonly: true });
  }

  /** Opens the document about all rules. */
  async show(): Promise<void> {
    await commands.executeCommand('vscode.open', Uri.from({ scheme: rulesScheme, path: allRulesPath }));
  }

  async readFile(uri: Uri): Promise<Uint8Array> {
    const rules = new TextDecoder().decode(await workspace.fs.readFile(this.#source));
    const page = rulePage(rules, uri.path);
    if (page === undefined) throw FileSystemError.FileNotFound(uri);
    return new TextEncoder().encode(page);
  }

  async stat(uri: Uri): Promise<FileStat> {
    const { length: size } = await this.readFile(uri);
    return { type: FileType.File, permissions: FilePermission.Readonly, ctime: 0, mtime: 0, size };
  }

  watch(): Disposable {
    return new Disposable(() => undefined);
  }

  readDirectory(uri: Uri): never {
    throw FileSystemError.FileNotADirectory(uri);
  }

  createDirectory(uri: Uri): never {
    throw FileSystemError.NoPermissions(uri);
  }

  writeFile(uri: Uri): never {
    throw FileSystemError.NoPermissions(uri);
  }

  delete(uri: Uri): never {
    throw FileSystemError.NoPermissions(uri);
  }

  rename(uri: Uri): never {
    throw FileSystemError.NoPermissions(uri);
  }

  dispose(): void {
    this.#registration.dispose();
    this.#changed.dispose();
  }
}
