/**
 * The values that the server uses of vscode-languageserver, a CommonJS module. Other files import them from here and only
 * types from the module itself: esbuild copies its 600 exports for each file that imports a value, which takes a fifth of
 * the time that the server loads.
 */
export {
  CancellationToken,
  CodeActionRequest,
  CompletionRequest,
  CompletionResolveRequest,
  DidChangeConfigurationNotification,
  DocumentDiagnosticRequest,
  DocumentFormattingRequest,
  DocumentLinkRequest,
  DocumentRangeFormattingRequest,
  DocumentSymbolRequest,
  ErrorCodes,
  FoldingRangeRequest,
  HoverRequest,
  InlayHintRequest,
  LogMessageNotification,
  LSPErrorCodes,
  MarkupKind,
  MessageType,
  PrepareRenameRequest,
  RenameRequest,
  RequestType,
  ResponseError,
  SelectionRangeRequest,
  ShowMessageNotification,
  TextDocuments,
} from 'vscode-languageserver';
