import * as l10n from '@vscode/l10n';
import {
  DiagnosticSeverity,
  DocumentDiagnosticReportKind,
  ResponseError,
  TextDocuments,
  TextDocumentSyncKind,
  type ClientCapabilities,
  type Connection,
  type Diagnostic,
  type FullDocumentDiagnosticReport,
  type InitializeResult,
} from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { ParsedDocuments } from './documents/cache.ts';
import { parse } from './documents/parse.ts';
import { complete, resolveCompletion } from './features/complete/complete.ts';
import type { CompletionOptions } from './features/complete/context.ts';
import { format } from './features/format.ts';
import { hover } from './features/hover.ts';
import { symbols } from './features/symbols.ts';
import { validate } from './features/validate.ts';
import { checkRequest, type CheckParams, type CheckResult } from './protocol.ts';
import { messagesFrom } from './settings.ts';

/** Serves the language on a connection: the owner of all state, and one line a request. */
export function startServer(connection: Connection): void {
  const documents = new TextDocuments(TextDocument);
  const parsed = new ParsedDocuments();
  let completion: CompletionOptions = { snippets: false, insertTextMode: false };
  let pushesDiagnostics = false;

  /** Finds the document and answers `fallback` where it is not open or the handler fails: the server always answers. */
  function on<Params extends { readonly textDocument: { readonly uri: string } }, Result>(
    handler: (document: TextDocument, params: Params) => Result,
    fallback: Result,
  ): (params: Params) => Result {
    return (params) => {
      const document = documents.get(params.textDocument.uri);
      if (document === undefined) return fallback;
      try {
        return handler(document, params);
      } catch (error) {
        if (error instanceof ResponseError) throw error;
        connection.console.error(
          `${document.uri}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`,
        );
        return fallback;
      }
    };
  }

  const diagnose = on((document) => fullReport(validate(document, parsed.get(document))), fullReport([]));

  connection.onInitialize(({ capabilities, initializationOptions }): InitializeResult => {
    const contents = messagesFrom(initializationOptions);
    if (contents !== undefined) l10n.config({ contents });
    completion = completionOptions(capabilities);
    pushesDiagnostics = capabilities.textDocument?.diagnostic === undefined;
    return {
      serverInfo: { name: 'lfjob' },
      capabilities: {
        textDocumentSync: TextDocumentSyncKind.Incremental,
        completionProvider: { triggerCharacters: ['"', ':', ' '], resolveProvider: true },
        hoverProvider: true,
        documentSymbolProvider: true,
        documentFormattingProvider: true,
        documentRangeFormattingProvider: true,
        diagnosticProvider: { identifier: 'lfjob', interFileDependencies: false, workspaceDiagnostics: false },
      },
    };
  });

  connection.onCompletion(
    on((document, { position }) => complete(document, parsed.get(document), position, completion), []),
  );
  connection.onCompletionResolve(resolveCompletion);
  connection.onHover(on((document, { position }) => hover(document, parsed.get(document), position), null));
  connection.onDocumentSymbol(on((document) => symbols(document, parsed.get(document)), []));
  connection.onDocumentFormatting(on((document, { options }) => format(document, undefined, options), []));
  connection.onDocumentRangeFormatting(on((document, { range, options }) => format(document, range, options), []));
  connection.languages.diagnostics.on(diagnose);
  connection.onRequest(checkRequest, ({ text }: CheckParams): CheckResult => {
    const document = TextDocument.create('lfjob:check', 'lfjob', 0, text);
    const errors = validate(document, parse(text)).filter(({ severity }) => severity === DiagnosticSeverity.Error);
    return { errors: errors.length };
  });
  documents.onDidChangeContent(({ document }) => {
    if (!pushesDiagnostics) return;
    const { uri, version } = document;
    void connection.sendDiagnostics({ uri, version, diagnostics: diagnose({ textDocument: { uri } }).items });
  });
  documents.onDidClose(({ document }) => {
    parsed.delete(document.uri);
  });

  documents.listen(connection);
  connection.listen();
}

function fullReport(items: Diagnostic[]): FullDocumentDiagnosticReport {
  return { kind: DocumentDiagnosticReportKind.Full, items };
}

function completionOptions({ textDocument }: ClientCapabilities): CompletionOptions {
  const item = textDocument?.completion?.completionItem;
  return { snippets: item?.snippetSupport === true, insertTextMode: item?.insertTextModeSupport !== undefined };
}
