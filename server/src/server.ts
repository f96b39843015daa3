import * as l10n from '@vscode/l10n';
import type {
  Diagnostic,
  FullDocumentDiagnosticReport,
  InitializeResult,
  TextDocumentIdentifier,
} from 'vscode-languageserver-protocol';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { CodeActionKind, DiagnosticSeverity } from 'vscode-languageserver-types';
import { connectionOf, connectionsFrom, noConnections } from './state/chosenConnections.ts';
import { abilitiesOf } from './client/capabilities.ts';
import { Connection } from './connection/connection.ts';
import { describeFailure } from '../../language/src/failures/describeFailure.ts';
import type { Host } from './connection/host.ts';
import { DiagnosticRefresh } from './state/diagnosticRefresh.ts';
import { ParsedDocuments } from './documents/parsedDocuments.ts';
import { OpenDocument } from './documents/openDocument.ts';
import { parse } from '../../language/src/documents/parse.ts';
import { valueAt } from '../../language/src/documents/value.ts';
import { codeActions, fixAllKind, sortKind } from '../../language/src/features/codeActions.ts';
import { complete } from '../../language/src/features/complete/complete.ts';
import { resolveCompletion } from '../../language/src/features/complete/resolve.ts';
import { documentLinks } from '../../language/src/features/documentLinks.ts';
import { foldingRanges } from '../../language/src/features/foldingRanges.ts';
import { format } from '../../language/src/features/format.ts';
import { hover } from '../../language/src/features/hover.ts';
import { inlayHints } from '../../language/src/features/inlayHints.ts';
import { jsonPathAt } from '../../language/src/features/jsonPath.ts';
import { selectionRanges } from '../../language/src/features/selectionRanges.ts';
import { symbols } from '../../language/src/features/symbols.ts';
import { validate } from '../../language/src/features/validate.ts';
import { OpenDocuments } from './documents/openDocuments.ts';
import { OpenJobs } from './state/openJobs.ts';
import {
  checkRequest,
  connectionNotification,
  documentationRequest,
  jsonPathRequest,
  rulesSection,
  secretsNotification,
  type ExperimentalCapabilities,
} from './protocol.ts';
import type { Environment } from '../../language/src/rules/environment.ts';
import { RuleSettings } from './state/ruleSettings.ts';
import { selectedBlock } from '../../language/src/schema/block.ts';
import { apiDocumentation, apiEdition, documentationAt } from '../../language/src/schema/documentation.ts';
import { commandsFrom, messagesFrom, secretNamesFrom } from './client/settings.ts';
import { warmUp } from './warmUp.ts';

/** `incrementalSync` of the protocol. */
const incrementalSync = 2;

/** Serves the language to a client: the owner of all state, and one line a request. */
export function startServer(host: Host): void {
  const connection = new Connection(host);
  const documents = new OpenDocuments();
  const parsed = new ParsedDocuments();
  const openJobs = new OpenJobs();
  let client = abilitiesOf({});
  let connections = noConnections;
  let commands: readonly string[] = [];
  let secretNames: readonly string[] | undefined;
  // What is known beside the documents has changed.
  const refresh = new DiagnosticRefresh(async () => {
    if (!client.pullsDiagnostics) documents.all().forEach(push);
    else if (client.refreshesDiagnostics) await connection.request('workspace/diagnostic/refresh', undefined);
  });
  const rules = new RuleSettings(connection, () => refresh.ask());

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
        connection.log('error', `${document.uri}: ${describeFailure(error)}`);
        return fallback;
      }
    };
  }

  function environmentOf(uri: string): Environment {
    return {
      severities: rules.severities,
      connection: connectionOf(uri, connections),
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
    if (openJobs.update(document, current)) refresh.ask();
    return fullReport(validate(document, current, environmentOf(document.uri)));
  }, fullReport([]));

  function push(document: TextDocument): void {
    const { uri, version } = document;
    const { items: diagnostics } = diagnose({ textDocument: { uri } });
    connection.notify('textDocument/publishDiagnostics', { uri, version, diagnostics });
  }

  function changed(document: TextDocument | undefined): void {
    if (document && !client.pullsDiagnostics) push(document);
  }

  function closed({ uri }: TextDocumentIdentifier): void {
    documents.close(uri);
    parsed.delete(uri);
    if (openJobs.delete(uri)) refresh.ask();
  }

  connection.onRequest('initialize', ({ processId, capabilities, initializationOptions }): InitializeResult => {
    if (processId !== null) host.watch(processId);
    const contents = messagesFrom(initializationOptions);
    if (contents !== undefined) l10n.config({ contents });
    client = abilitiesOf(capabilities);
    commands = commandsFrom(initializationOptions);
    return {
      serverInfo: { name: 'lfjob' },
      capabilities: {
        textDocumentSync: incrementalSync,
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
  connection.onNotification('initialized', () => {
    if (client.configuration) void rules.watch();
  });
  connection.onNotification('workspace/didChangeConfiguration', ({ settings }) => {
    const pushed: unknown = settings;
    if (client.configuration) void rules.read();
    else rules.apply(valueAt(pushed, rulesSection.split('.')));
  });
  connection.onNotification(connectionNotification, (params) => {
    const before = connections;
    connections = connectionsFrom(params);
    if (JSON.stringify(connections) !== JSON.stringify(before)) refresh.ask();
  });
  connection.onNotification(secretsNotification, (params) => {
    secretNames = secretNamesFrom(params);
  });
  connection.onNotification('textDocument/didOpen', (params) => changed(documents.open(params)));
  connection.onNotification('textDocument/didChange', (params) => changed(documents.change(params)));
  connection.onNotification('textDocument/didClose', ({ textDocument }) => closed(textDocument));

  connection.onRequest(
    'textDocument/completion',
    on((document, { position, context: typed }) => {
      const environment = {
        connection: connectionOf(document.uri, connections),
        secretNames,
        otherTexts: () => otherTexts(document.uri),
      };
      return complete(
        document,
        parsed.known(document),
        position,
        client.completion,
        environment,
        typed?.triggerCharacter,
      );
    }, null),
  );
  connection.onRequest('completionItem/resolve', resolveCompletion);
  connection.onRequest(
    'textDocument/hover',
    on((document, { position }) => hover(document, parsed.get(document), position, new Date(), secretNames), null),
  );
  connection.onRequest(
    'textDocument/documentSymbol',
    on((document) => symbols(document, parsed.get(document)), []),
  );
  connection.onRequest(
    'textDocument/formatting',
    on((document, { options }) => format(document, parsed.get(document), undefined, options), []),
  );
  connection.onRequest(
    'textDocument/rangeFormatting',
    on((document, { range, options }) => format(document, parsed.get(document), range, options), []),
  );
  connection.onRequest(
    'textDocument/codeAction',
    on((document, { range, context: { only } }) => {
      const options = { only, snippetEdits: client.snippetEdits, commands };
      return codeActions(document, parsed.get(document), range, environmentOf(document.uri), options);
    }, []),
  );
  connection.onRequest(
    'textDocument/inlayHint',
    on((document, { range }) => inlayHints(document, parsed.get(document), range), []),
  );
  connection.onRequest('textDocument/diagnostic', diagnose);
  connection.onRequest(
    'textDocument/documentLink',
    on((document) => documentLinks(document, parsed.get(document)), []),
  );
  connection.onRequest(
    'textDocument/selectionRange',
    on((document, { positions }) => selectionRanges(document, parsed.get(document), positions), []),
  );
  connection.onRequest(
    'textDocument/foldingRange',
    on((document) => foldingRanges(parsed.get(document)), []),
  );
  connection.onRequest(
    jsonPathRequest,
    on((document, { position }) => ({ path: jsonPathAt(document, parsed.get(document), position) ?? null }), {
      path: null,
    }),
  );
  connection.onRequest(
    documentationRequest,
    on((document) => documentationAt(selectedBlock(parsed.get(document).data) ?? []), apiDocumentation),
  );
  connection.onRequest(checkRequest, ({ text, uri = 'lfjob:check' }) => {
    const document = new OpenDocument(uri, 'lfjob', 0, text);
    const found = validate(document, parse(text), environmentOf(document.uri));
    return { errors: found.filter(({ severity }) => severity === DiagnosticSeverity.Error).length };
  });

  warmUp();
  connection.listen();
}

const experimental: ExperimentalCapabilities = { apiEdition };

function fullReport(items: Diagnostic[]): FullDocumentDiagnosticReport {
  return { kind: 'full', items };
}
