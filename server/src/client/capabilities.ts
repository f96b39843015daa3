import type { ClientCapabilities, DiagnosticsCapabilities, DiagnosticTag } from 'vscode-languageserver';
import type { CompletionOptions } from '../../../language/src/features/complete/context.ts';
import { MarkupKind } from '../lsp.ts';

/** What a client can show of a diagnostic. */
export interface DiagnosticCapabilities {
  readonly relatedInformation: boolean;
  readonly codeDescription: boolean;
  readonly tags: readonly DiagnosticTag[];
}

/** What the server does differently for one client or another. */
export interface Capabilities {
  readonly completion: CompletionOptions;
  readonly completionMarkdown: boolean;
  readonly hoverMarkdown: boolean;
  readonly documentLinks: boolean;
  /** The client requests diagnostics; they are published to one that doesn't. */
  readonly pullDiagnostics: boolean;
  readonly refreshDiagnostics: boolean;
  readonly versionedDiagnostics: boolean;
  readonly diagnostics: DiagnosticCapabilities;
  /** The client answers `workspace/configuration`. */
  readonly configuration: boolean;
  /** The client must be asked to send `workspace/didChangeConfiguration`. */
  readonly registersConfiguration: boolean;
  readonly hierarchicalSymbols: boolean;
  /** The client takes code actions; one that doesn't takes commands. */
  readonly codeActionLiterals: boolean;
  readonly preferredCodeActions: boolean;
  /** The client asks what can be renamed before it renames. */
  readonly prepareRename: boolean;
  /** The client takes edits with placeholders. */
  readonly snippetEdits: boolean;
}

/** Returns what a client declared in `initialize`. What it left out, it can't do. */
export function capabilitiesFrom({ textDocument, workspace }: ClientCapabilities): Capabilities {
  const item = textDocument?.completion?.completionItem;
  const codeAction = textDocument?.codeAction;
  const published = textDocument?.publishDiagnostics;
  const workspaceEdit = workspace?.workspaceEdit;
  return {
    completion: {
      snippets: item?.snippetSupport === true,
      insertTextMode: item?.insertTextModeSupport !== undefined,
      labelDetails: item?.labelDetailsSupport === true,
      itemDefaults: textDocument?.completion?.completionList?.itemDefaults ?? [],
    },
    completionMarkdown: prefersMarkdown(item?.documentationFormat),
    hoverMarkdown: prefersMarkdown(textDocument?.hover?.contentFormat),
    documentLinks: textDocument?.documentLink !== undefined,
    pullDiagnostics: textDocument?.diagnostic !== undefined,
    refreshDiagnostics: workspace?.diagnostics?.refreshSupport === true,
    versionedDiagnostics: published?.versionSupport === true,
    diagnostics: diagnosticCapabilitiesFrom([published, textDocument?.diagnostic]),
    configuration: workspace?.configuration === true,
    registersConfiguration: workspace?.didChangeConfiguration?.dynamicRegistration === true,
    hierarchicalSymbols: textDocument?.documentSymbol?.hierarchicalDocumentSymbolSupport === true,
    codeActionLiterals: codeAction?.codeActionLiteralSupport !== undefined,
    preferredCodeActions: codeAction?.isPreferredSupport === true,
    prepareRename: textDocument?.rename?.prepareSupport === true,
    snippetEdits: workspaceEdit?.snippetEditSupport === true && workspaceEdit.documentChanges === true,
  };
}

/** Whether a client takes Markdown rather than plain text. It lists formats in the order of its preference. */
function prefersMarkdown(formats: readonly MarkupKind[] = []): boolean {
  return formats[0] === MarkupKind.Markdown;
}

/** A client that requests diagnostics declares what it can show there or, before protocol 3.18, with those that are published. */
function diagnosticCapabilitiesFrom(
  declared: readonly (DiagnosticsCapabilities | undefined)[],
): DiagnosticCapabilities {
  return {
    relatedInformation: declared.some((diagnostics) => diagnostics?.relatedInformation === true),
    codeDescription: declared.some((diagnostics) => diagnostics?.codeDescriptionSupport === true),
    tags: declared.flatMap((diagnostics) => diagnostics?.tagSupport?.valueSet ?? []),
  };
}
