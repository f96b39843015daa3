import * as l10n from '@vscode/l10n';
import type {
  Connection,
  FullDocumentDiagnosticReport,
  InitializeParams,
  ServerCapabilities,
  TextDocumentPositionParams,
} from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { CodeActionKind, type Diagnostic } from 'vscode-languageserver-types';
import { needsYaml } from '../../language/src/conversion/recognize.ts';
import { loadYaml, type ParseYaml } from '../../language/src/conversion/yaml.ts';
import type { Locales } from '../../language/src/locale.ts';
import { parse } from '../../language/src/documents/parse.ts';
import { codeActions, fixAllKind, sortKind } from '../../language/src/features/codeActions.ts';
import { complete } from '../../language/src/features/complete/complete.ts';
import { lookedUpAhead, resolveCompletion } from '../../language/src/features/complete/resolve.ts';
import { suggestCommand, triggerCharacters } from '../../language/src/features/complete/triggers.ts';
import { diagnostics } from '../../language/src/features/diagnostics.ts';
import { documentLinks } from '../../language/src/features/documentLinks.ts';
import { foldingRanges } from '../../language/src/features/foldingRanges.ts';
import { format } from '../../language/src/features/format.ts';
import { hover } from '../../language/src/features/hover.ts';
import { inlayHints } from '../../language/src/features/inlayHints.ts';
import { jsonPathAt } from '../../language/src/features/jsonPath.ts';
import { selectionRanges } from '../../language/src/features/selectionRanges.ts';
import { symbols } from '../../language/src/features/symbols.ts';
import type { Environment } from '../../language/src/rules/environment.ts';
import { selectedBlock } from '../../language/src/schema/block.ts';
import { apiEdition, documentationAt } from '../../language/src/schema/documentation.ts';
import { capabilitiesFrom, type Capabilities } from './client/capabilities.ts';
import { codeActionsFor } from './client/codeAction.ts';
import { diagnosticFor } from './client/diagnostic.ts';
import { answersInstanceValues, commandsFrom, messagesFor, ruleUriFrom } from './client/initializationOptions.ts';
import { plainTextHover, plainTextItem } from './client/markup.ts';
import { symbolInformation } from './client/symbolInformation.ts';
import {
  CodeActionRequest,
  CompletionRequest,
  CompletionResolveRequest,
  DocumentDiagnosticRequest,
  DocumentFormattingRequest,
  DocumentLinkRequest,
  DocumentRangeFormattingRequest,
  DocumentSymbolRequest,
  FoldingRangeRequest,
  HoverRequest,
  InlayHintRequest,
  PrepareRenameRequest,
  RenameRequest,
  RequestType,
  SelectionRangeRequest,
  TextDocuments,
} from './lsp.ts';
import {
  checkRequest,
  connectionNotification,
  documentationRequest,
  folderRulesNotification,
  instanceValuesNotification,
  instanceValuesRequest,
  jsonPathRequest,
  secretsNotification,
  type CheckParams,
  type CheckResult,
  type DocumentationResult,
  type ExperimentalCapabilities,
  type JsonPathResult,
} from './protocol.ts';
import { checkResult } from './requests/checkResult.ts';
import { DiagnosticUpdates } from './requests/diagnosticUpdates.ts';
import { internalError, RequestHandlers } from './requests/handlers.ts';
import { runLifecycle, type Lifecycle, type Session } from './requests/lifecycle.ts';
import * as has from './requests/params.ts';
import { RequestQueue } from './requests/queue.ts';
import { prepareRename, renameIn } from './requests/rename.ts';
import { warmUp } from './requests/warmUp.ts';
import { documentEdits } from './state/documentEdits.ts';
import { FolderConnections } from './state/folderConnections.ts';
import { FolderRules } from './state/folderRules.ts';
import { InstanceValuesOfClient } from './state/instanceValuesOfClient.ts';
import { OpenJobs } from './state/openJobs.ts';
import { ParsedDocuments } from './state/parsedDocuments.ts';
import { RuleSettings } from './state/ruleSettings.ts';
import { secretNamesFrom } from './state/secretNames.ts';

/**
 * Serves the language to a client until it is shut down.
 * @param nextTurn resolves in the next turn of the event loop, after the messages that have arrived were read
 * @param locales those of the process, for a client that doesn't choose the language of the messages
 */
export function startServer(
  connection: Connection,
  nextTurn: () => Promise<void>,
  locales: Locales = { chosen: undefined, environment: undefined },
): Lifecycle {
  warmUp();
  return runLifecycle(connection, (params) => startSession(connection, nextTurn, locales, params));
}

/** Creates the state of the server, and a handler for each request. */
function startSession(
  connection: Connection,
  nextTurn: () => Promise<void>,
  { chosen, environment }: Locales,
  params: InitializeParams,
): Session {
  const contents = messagesFor(params.initializationOptions, chosen ?? params.locale ?? environment);
  if (contents !== undefined) l10n.config({ contents });
  const client = capabilitiesFrom(params.capabilities);
  const commands = commandsFrom(params.initializationOptions);
  const completionOptions = {
    ...client.completion,
    suggestCommand: commands.includes(suggestCommand) ? suggestCommand : undefined,
  };
  const ruleUri = ruleUriFrom(params.initializationOptions);

  const documents = new TextDocuments(documentEdits);
  const parsedDocuments = new ParsedDocuments();
  const openJobs = new OpenJobs();
  const folderConnections = new FolderConnections();
  const folderRules = new FolderRules();
  let secretNames: readonly string[] | undefined;
  let parseYaml: ParseYaml | undefined;
  const queue = new RequestQueue(nextTurn);
  const updates = new DiagnosticUpdates({ connection, client, documents, queue, diagnose });
  const rules = new RuleSettings(connection, client, () => updates.refresh());
  const instanceValues = new InstanceValuesOfClient({
    ask: answersInstanceValues(params.initializationOptions)
      ? async (asked) => connection.sendRequest<unknown>(instanceValuesRequest, asked)
      : undefined,
    onDidChange: () => updates.refresh(),
    now: Date.now,
  });
  const on = new RequestHandlers(connection, documents, parsedDocuments, queue);

  function environmentOf(uri: string): Environment {
    return {
      severities: folderRules.of(uri, rules.severities),
      connection: folderConnections.of(uri),
      instanceValues: instanceValues.of(folderConnections.of(uri)),
      namesakes: (name, instanceId) => openJobs.namesakes(uri, name, instanceId),
      parseYaml,
      ruleUri,
    };
  }

  function diagnose(document: TextDocument): Diagnostic[] {
    const parsed = parsedDocuments.get(document);
    if (openJobs.update(document, parsed)) updates.refresh();
    return diagnostics(document, parsed, environmentOf(document.uri)).map((one) =>
      diagnosticFor(one, client.diagnostics),
    );
  }

  function checkText({ text, uri = 'lfjob:check' }: CheckParams): CheckResult {
    return checkResult(diagnostics(TextDocument.create(uri, 'lfjob', 0, text), parse(text), environmentOf(uri)));
  }

  /** Returns the texts of the other open jobs, the last opened first. */
  function otherTexts(uri: string): string[] {
    const others = documents.all().filter((other) => other.uri !== uri);
    return others.map((other) => other.getText()).reverse();
  }

  function documentClosed(document: TextDocument): void {
    parsedDocuments.delete(document.uri);
    updates.documentClosed(document);
    if (openJobs.delete(document.uri)) updates.refresh();
  }

  const handlers = [
    documents.listen(connection),
    documents.onDidChangeContent(on.listener('didChange', ({ document }) => updates.documentChanged(document))),
    documents.onDidClose(on.listener('didClose', ({ document }) => documentClosed(document))),
    connection.onInitialized(() => void rules.start()),
    connection.onDidChangeConfiguration(({ settings }) => void rules.changed(settings)),
    on.onNotification(connectionNotification, (changed) => {
      if (folderConnections.update(changed)) updates.refresh();
    }),
    on.onNotification(folderRulesNotification, (changed) => {
      if (folderRules.update(changed)) updates.refresh();
    }),
    on.onNotification(instanceValuesNotification, () => instanceValues.changed()),
    on.onNotification(secretsNotification, (changed) => {
      secretNames = secretNamesFrom(changed);
    }),
    on.onParsed(
      DocumentDiagnosticRequest.type,
      has.document,
      (document) => fullReport(diagnose(document)),
      fullReport([]),
      internalError,
    ),
    on.onDocument(
      CompletionRequest.type,
      has.position,
      (document, { position, context }) => {
        const ofDocument = folderConnections.of(document.uri);
        const environment = {
          connection: ofDocument,
          instanceValues: instanceValues.of(ofDocument),
          secretNames,
          otherTexts: () => otherTexts(document.uri),
        };
        const parsed = parsedDocuments.known(document);
        return complete(document, parsed, position, completionOptions, environment, context?.triggerCharacter);
      },
      null,
    ),
    on.on(CompletionResolveRequest.type, has.label, (item) => {
      const ahead = lookedUpAhead(item.data);
      if (ahead) instanceValues.of(ahead.connection)?.(ahead.query);
      return client.completionMarkdown ? resolveCompletion(item) : plainTextItem(resolveCompletion(item));
    }),
    on.onParsed(
      HoverRequest.type,
      has.position,
      (document, parsed, { position }) => {
        const result = hover(document, parsed, position, new Date(), secretNames, client.documentLinks);
        return client.hoverMarkdown ? result : plainTextHover(result);
      },
      null,
    ),
    on.onParsed(
      DocumentSymbolRequest.type,
      has.document,
      (document, parsed) => {
        const outline = symbols(document, parsed);
        return client.hierarchicalSymbols ? outline : symbolInformation(document.uri, outline);
      },
      [],
    ),
    on.onDocument(
      DocumentFormattingRequest.type,
      has.formattingOptions,
      (document, { options }) => format(document, undefined, options),
      [],
    ),
    on.onDocument(
      DocumentRangeFormattingRequest.type,
      has.formattedRange,
      (document, { range, options }) => format(document, range, options),
      [],
    ),
    on.onParsed(
      CodeActionRequest.type,
      has.codeActionContext,
      async (document, parsed, { range, context: { only } }, token) => {
        if (parseYaml === undefined && needsYaml(parsed.text)) parseYaml = await loadYaml();
        const options = { only, snippetEdits: client.snippetEdits, commands };
        const steps = codeActions(document, parsed, range, environmentOf(document.uri), options);
        return codeActionsFor(await queue.runSteps(token, document, steps), client);
      },
      [],
    ),
    on.onParsed(
      InlayHintRequest.type,
      has.range,
      (document, parsed, { range }) => inlayHints(document, parsed, range),
      [],
    ),
    on.onDocument(
      PrepareRenameRequest.type,
      has.position,
      (document, { position }) => prepareRename(document, position),
      null,
    ),
    on.onDocument(
      RenameRequest.type,
      has.newName,
      (document, { position, newName }) => renameIn(document, position, newName),
      null,
    ),
    on.onParsed(DocumentLinkRequest.type, has.document, documentLinks, []),
    on.onParsed(
      SelectionRangeRequest.type,
      has.positions,
      (document, parsed, { positions }) => selectionRanges(document, parsed, positions),
      [],
    ),
    on.onParsed(FoldingRangeRequest.type, has.document, (_, parsed) => foldingRanges(parsed), []),
    on.onParsed(
      new RequestType<TextDocumentPositionParams, JsonPathResult, void>(jsonPathRequest),
      has.position,
      (document, parsed, { position }) => ({ path: jsonPathAt(document, parsed, position) ?? null }),
      { path: null },
    ),
    on.onParsed(
      new RequestType<has.DocumentParams, DocumentationResult, void>(documentationRequest),
      has.document,
      (_, { data }) => documentationAt(selectedBlock(data) ?? []),
      documentationAt([]),
    ),
    on.on(
      new RequestType<CheckParams, CheckResult, void>(checkRequest),
      has.text,
      checkText,
      async () => rules.settled,
    ),
  ];
  return { capabilities: serverCapabilities(client), handlers };
}

function fullReport(items: Diagnostic[]): FullDocumentDiagnosticReport {
  return { kind: 'full', items };
}

const experimental: ExperimentalCapabilities = { apiEdition };

function serverCapabilities({ codeActionLiterals, prepareRename: preparesRename }: Capabilities): ServerCapabilities {
  return {
    completionProvider: { triggerCharacters: [...triggerCharacters], resolveProvider: true },
    hoverProvider: true,
    documentSymbolProvider: true,
    documentFormattingProvider: true,
    documentRangeFormattingProvider: true,
    codeActionProvider: codeActionLiterals
      ? { codeActionKinds: [CodeActionKind.QuickFix, fixAllKind, sortKind] }
      : true,
    renameProvider: preparesRename ? { prepareProvider: true } : true,
    documentLinkProvider: {},
    selectionRangeProvider: true,
    foldingRangeProvider: true,
    inlayHintProvider: true,
    // The name of a job is compared with those of the others.
    diagnosticProvider: { identifier: 'lfjob', interFileDependencies: true, workspaceDiagnostics: false },
    experimental,
  };
}
