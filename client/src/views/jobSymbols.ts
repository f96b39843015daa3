import {
  languages,
  Location,
  Range,
  SymbolInformation,
  SymbolKind,
  Uri,
  workspace,
  type Disposable,
  type WorkspaceSymbolProvider,
} from 'vscode';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { parse } from '../../../language/src/documents/parse.ts';
import { rangeOf } from '../../../language/src/documents/range.ts';
import { isFound, jobSymbol } from '../../../language/src/features/jobSymbol.ts';
import type { OpenDocument } from '../editor/documents.ts';
import { jobFilesGlob } from '../editor/jobFiles.ts';
import { NotReadyError } from '../failures/notReadyError.ts';

/** The jobs of the workspace by their names, for Go to Symbol in Workspace. They are read when they are asked for first. */
export class JobSymbols implements WorkspaceSymbolProvider, Disposable {
  readonly #jobFiles: () => Promise<readonly OpenDocument[]>;
  readonly #registrations: readonly Disposable[];
  #symbols: Promise<readonly SymbolInformation[]> | undefined;

  constructor(jobFiles: () => Promise<readonly OpenDocument[]>) {
    this.#jobFiles = jobFiles;
    const watcher = workspace.createFileSystemWatcher(jobFilesGlob);
    const forget = (): void => (this.#symbols = undefined);
    this.#registrations = [
      watcher,
      ...[watcher.onDidCreate, watcher.onDidChange, watcher.onDidDelete].map((event) => event(forget)),
      workspace.onDidChangeTextDocument(({ document }) => {
        if (document.languageId === 'lfjob') forget();
      }),
      workspace.onDidChangeWorkspaceFolders(forget),
      languages.registerWorkspaceSymbolProvider(this),
    ];
  }

  async provideWorkspaceSymbols(query: string): Promise<SymbolInformation[]> {
    const symbols = await (this.#symbols ??= this.#read());
    return symbols.filter(({ name }) => isFound(name, query));
  }

  dispose(): void {
    for (const registration of this.#registrations) registration.dispose();
  }

  async #read(): Promise<readonly SymbolInformation[]> {
    try {
      return (await this.#jobFiles()).flatMap((file) => symbolOf(file) ?? []);
    } catch (error) {
      // There are too many files, or one is gone by now: the next query reads them again.
      if (!(error instanceof NotReadyError)) throw error;
      this.#symbols = undefined;
      return [];
    }
  }
}

function symbolOf({ uri, text }: OpenDocument): SymbolInformation | undefined {
  const symbol = jobSymbol(parse(text));
  if (symbol === undefined) return undefined;
  const { start, end } = rangeOf(TextDocument.create(uri, 'lfjob', 0, text), symbol.span);
  const location = new Location(Uri.parse(uri, true), new Range(start.line, start.character, end.line, end.character));
  return new SymbolInformation(symbol.name, SymbolKind.Object, symbol.type, location);
}
