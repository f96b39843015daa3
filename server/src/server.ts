import * as l10n from '@vscode/l10n';
import {
  CodeActionKind,
  DiagnosticSeverity,
  DidChangeConfigurationNotification,
  DocumentDiagnosticReportKind,
  MessageType,
  ResponseError,
  ShowMessageNotification,
  TextDocuments,
  TextDocumentSyncKind,
  type Connection,
  type Diagnostic,
  type FullDocumentDiagnosticReport,
  type InitializeResult,
  type TextDocumentPositionParams,
} from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { abilitiesOf } from './clientAbilities.ts';
import { ParsedDocuments } from './documents/cache.ts';
import { parse } from './documents/parse.ts';
import { valueAt } from './documents/value.ts';
import { codeActions, fixAllKind, sortKind } from './features/codeActions.ts';
import { complete } from './features/complete/complete.ts';
import { resolveCompletion } from './features/complete/resolve.ts';
import { documentLinks } from './features/documentLinks.ts';
import { foldingRanges } from './features/foldingRanges.ts';
import { format } from './features/format.ts';
import { hover } from './features/hover.ts';
import { inlayHints } from './features/inlayHints.ts';
import { jsonPathAt } from './features/jsonPath.ts';
import { selectionRanges } from './features/selectionRanges.ts';
import { symbols } from './features/symbols.ts';
import { validate } from './features/validate.ts';
import { OpenJobs } from './openJobs.ts';
import {
  checkRequest,
  connectionNotification,
  documentationRequest,
  jsonPathRequest,
  rulesSection,
  type CheckParams,
  type CheckResult,
  type DocumentationResult,
  type ExperimentalCapabilities,
  type JsonPathResult,
} from './protocol.ts';
import type { ConnectedInstance, Environment, RuleSeverities } from './rules/environment.ts';
import { selectedBlock } from './schema/block.ts';
import { apiDocumentation, apiEdition, documentationAt } from './schema/documentation.ts';
import { connectionFrom, messagesFrom, ruleSettingsFrom } from './settings.ts';

/** Serves the language on a connection: the owner of all state, and one line a request. */
export function startServer(connection: Connection): void {
  const documents = new TextDocuments(TextDocument);
  const parsed = new ParsedDocuments();
  const openJobs = new OpenJobs();
  let client = abilitiesOf({});
  let severities: RuleSeverities = new Map();
  let connected: ConnectedInstance | undefined;
  let reportedSettings = '';
  const refresh = { isRunning: false, isAsked: false };

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

  function environmentOf(uri: string): Environment {
    return {
      severities,
      connection: connected,
      namesakes: (name, instanceId) => openJobs.namesakes(uri, name, instanceId),
    };
  }

  /** The texts of the other open jobs, the last opened first. */
  function otherTexts(uri: string): string[] {
    const others = documents.all().filter((other) => other.uri !== uri);
    return others.map((other) => other.getText()).reverse();
  }

  const diagnose = on((document) => {
    const current = parsed.get(document);
    if (openJobs.update(document, current)) refreshDiagnostics();
    return fullReport(validate(document, current, environmentOf(document.uri)));
  }, fullReport([]));

  function push(document: TextDocument): void {
    const { uri, version } = document;
    void connection.sendDiagnostics({ uri, version, diagnostics: diagnose({ textDocument: { uri } }).items });
  }

  /** What is known beside the documents has changed: their diagnostics are to be asked for again. */
  function refreshDiagnostics(): void {
    // Many documents may say so at once: one request is under way at a time, and one more follows.
    refresh.isAsked = true;
    if (!refresh.isRunning) void refreshAsAsked();
  }

  async function refreshAsAsked(): Promise<void> {
    refresh.isRunning = true;
    while (refresh.isAsked) {
      refresh.isAsked = false;
      await Promise.resolve();
      if (!client.pullsDiagnostics) documents.all().forEach(push);
      else if (client.refreshesDiagnostics) await connection.languages.diagnostics.refresh().catch(() => undefined);
    }
    refresh.isRunning = false;
  }

  /** Takes the setting over; what is wrong in it is said once, until it changes. */
  function applyRuleSettings(value: unknown): void {
    const settings = ruleSettingsFrom(value);
    severities = settings.severities;
    const text = settings.problems.join(' ');
    if (text !== '' && text !== reportedSettings) {
      void connection.sendNotification(ShowMessageNotification.type, { type: MessageType.Warning, message: text });
    }
    reportedSettings = text;
    refreshDiagnostics();
  }

  async function readRuleSettings(): Promise<void> {
    applyRuleSettings(await connection.workspace.getConfiguration(rulesSection));
  }

  connection.onInitialize(({ capabilities, initializationOptions }): InitializeResult => {
    const contents = messagesFrom(initializationOptions);
    if (contents !== undefined) l10n.config({ contents });
    client = abilitiesOf(capabilities);
    return {
      serverInfo: { name: 'lfjob' },
      capabilities: {
        textDocumentSync: TextDocumentSyncKind.Incremental,
        completionProvider: { triggerCharacters: ['"', ':', ' ', '$'], resolveProvider: true },
        hoverProvider: true,
        documentSymbolProvider: true,
        documentFormattingProvider: true,
        documentRangeFormattingProvider: true,
        codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix, fixAllKind, sortKind] },
        documentLinkProvider: {},
        selectionRangeProvider: true,
        foldingRangeProvider: true,
        inlayHintProvider: true,
        // The name of a job is compared with those of the others.
        diagnosticProvider: { identifier: 'lfjob', interFileDependencies: true, workspaceDiagnostics: false },
        experimental,
      },
    };
  });
  connection.onInitialized(async () => {
    if (!client.configuration) return;
    await connection.client.register(DidChangeConfigurationNotification.type, { section: rulesSection });
    await readRuleSettings();
  });
  connection.onDidChangeConfiguration(async ({ settings }) => {
    const pushed: unknown = settings;
    if (client.configuration) await readRuleSettings();
    else applyRuleSettings(valueAt(pushed, rulesSection.split('.')));
  });
  connection.onNotification(connectionNotification, (params: unknown) => {
    connected = connectionFrom(params);
    refreshDiagnostics();
  });

  connection.onCompletion(
    on((document, { position }) => {
      const environment = { connection: connected, otherTexts: () => otherTexts(document.uri) };
      return complete(document, parsed.known(document), position, client.completion, environment);
    }, null),
  );
  connection.onCompletionResolve(resolveCompletion);
  connection.onHover(on((document, { position }) => hover(document, parsed.get(document), position, new Date()), null));
  connection.onDocumentSymbol(on((document) => symbols(document, parsed.get(document)), []));
  connection.onDocumentFormatting(
    on((document, { options }) => format(document, parsed.get(document), undefined, options), []),
  );
  connection.onDocumentRangeFormatting(
    on((document, { range, options }) => format(document, parsed.get(document), range, options), []),
  );
  connection.onCodeAction(
    on((document, { range, context: { only } }) => {
      const options = { only, snippetEdits: client.snippetEdits };
      return codeActions(document, parsed.get(document), range, environmentOf(document.uri), options);
    }, []),
  );
  connection.languages.inlayHint.on(on((document, { range }) => inlayHints(document, parsed.get(document), range), []));
  connection.languages.diagnostics.on(diagnose);
  connection.onDocumentLinks(on((document) => documentLinks(document, parsed.get(document)), []));
  connection.onSelectionRanges(
    on((document, { positions }) => selectionRanges(document, parsed.get(document), positions), []),
  );
  connection.onFoldingRanges(on((document) => foldingRanges(parsed.get(document)), []));
  connection.onRequest(
    jsonPathRequest,
    on(
      (document, { position }: TextDocumentPositionParams): JsonPathResult => ({
        path: jsonPathAt(document, parsed.get(document), position) ?? null,
      }),
      { path: null },
    ),
  );
  connection.onRequest(
    documentationRequest,
    on(
      (document): DocumentationResult => documentationAt(selectedBlock(parsed.get(document).data) ?? []),
      apiDocumentation,
    ),
  );
  connection.onRequest(checkRequest, ({ text }: CheckParams): CheckResult => {
    const document = TextDocument.create('lfjob:check', 'lfjob', 0, text);
    const found = validate(document, parse(text), environmentOf(document.uri));
    return { errors: found.filter(({ severity }) => severity === DiagnosticSeverity.Error).length };
  });
  documents.onDidChangeContent(({ document }) => {
    if (!client.pullsDiagnostics) push(document);
  });
  documents.onDidClose(({ document: { uri } }) => {
    parsed.delete(uri);
    if (openJobs.delete(uri)) refreshDiagnostics();
  });

  documents.listen(connection);
  connection.listen();
}

const experimental: ExperimentalCapabilities = { apiEdition };

function fullReport(items: Diagnostic[]): FullDocumentDiagnosticReport {
  return { kind: DocumentDiagnosticReportKind.Full, items };
}
