import type {
  CodeAction,
  CodeActionParams,
  CompletionItem,
  CompletionList,
  CompletionParams,
  ConfigurationParams,
  DidChangeConfigurationParams,
  DidChangeTextDocumentParams,
  DidCloseTextDocumentParams,
  DidOpenTextDocumentParams,
  DocumentDiagnosticParams,
  DocumentFormattingParams,
  DocumentLink,
  DocumentLinkParams,
  DocumentRangeFormattingParams,
  DocumentSymbol,
  DocumentSymbolParams,
  FoldingRange,
  FoldingRangeParams,
  FullDocumentDiagnosticReport,
  Hover,
  HoverParams,
  InitializedParams,
  InitializeParams,
  InitializeResult,
  InlayHint,
  InlayHintParams,
  LogMessageParams,
  PublishDiagnosticsParams,
  RegistrationParams,
  SelectionRange,
  SelectionRangeParams,
  ShowMessageParams,
  TextDocumentIdentifier,
  TextDocumentPositionParams,
  TextEdit,
} from 'vscode-languageserver-protocol';
import type {
  CheckParams,
  CheckResult,
  ConnectionParams,
  DocumentationResult,
  JsonPathResult,
  SecretsParams,
} from '../protocol.ts';

/** A request by its method: what is sent and what is answered. */
interface Request<Params, Result> {
  readonly params: Params;
  readonly result: Result;
}

/** The requests that the server answers. */
export interface ClientRequests {
  initialize: Request<InitializeParams, InitializeResult>;
  'textDocument/completion': Request<CompletionParams, CompletionList | CompletionItem[] | null>;
  'completionItem/resolve': Request<CompletionItem, CompletionItem>;
  'textDocument/hover': Request<HoverParams, Hover | null>;
  'textDocument/documentSymbol': Request<DocumentSymbolParams, readonly DocumentSymbol[]>;
  'textDocument/formatting': Request<DocumentFormattingParams, readonly TextEdit[]>;
  'textDocument/rangeFormatting': Request<DocumentRangeFormattingParams, readonly TextEdit[]>;
  'textDocument/codeAction': Request<CodeActionParams, readonly CodeAction[]>;
  'textDocument/inlayHint': Request<InlayHintParams, readonly InlayHint[]>;
  'textDocument/documentLink': Request<DocumentLinkParams, readonly DocumentLink[]>;
  'textDocument/selectionRange': Request<SelectionRangeParams, readonly SelectionRange[]>;
  'textDocument/foldingRange': Request<FoldingRangeParams, readonly FoldingRange[]>;
  'textDocument/diagnostic': Request<DocumentDiagnosticParams, FullDocumentDiagnosticReport>;
  'lfjob/check': Request<CheckParams, CheckResult>;
  'lfjob/jsonPath': Request<TextDocumentPositionParams, JsonPathResult>;
  'lfjob/documentation': Request<{ readonly textDocument: TextDocumentIdentifier }, DocumentationResult>;
}

/** What the client tells the server. */
export interface ClientNotifications {
  initialized: InitializedParams;
  'workspace/didChangeConfiguration': DidChangeConfigurationParams;
  'textDocument/didOpen': DidOpenTextDocumentParams;
  'textDocument/didChange': DidChangeTextDocumentParams;
  'textDocument/didClose': DidCloseTextDocumentParams;
  'lfjob/didChangeConnection': ConnectionParams;
  'lfjob/didChangeSecrets': SecretsParams;
}

/** The requests that the server sends; what a client answers may be anything. */
export interface ServerRequests {
  'client/registerCapability': RegistrationParams;
  'workspace/configuration': ConfigurationParams;
  'workspace/diagnostic/refresh': undefined;
}

/** What the server tells the client. */
export interface ServerNotifications {
  'textDocument/publishDiagnostics': PublishDiagnosticsParams;
  'window/logMessage': LogMessageParams;
  'window/showMessage': ShowMessageParams;
}
