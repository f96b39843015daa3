import type { ClientCapabilities } from 'vscode-languageserver-protocol';
import type { CompletionOptions } from '../../../language/src/features/complete/context.ts';

/** What the server does differently for one client or another. */
export interface ClientAbilities {
  readonly completion: CompletionOptions;
  /** Asks for diagnostics; they are sent to a client that does not. */
  readonly pullsDiagnostics: boolean;
  readonly refreshesDiagnostics: boolean;
  /** Answers `workspace/configuration`, and says when it changes. */
  readonly configuration: boolean;
  /** Takes edits with places to type into. */
  readonly snippetEdits: boolean;
}

/** The abilities that a client has declared. */
export function abilitiesOf({ textDocument, workspace }: ClientCapabilities): ClientAbilities {
  const item = textDocument?.completion?.completionItem;
  return {
    completion: {
      snippets: item?.snippetSupport === true,
      insertTextMode: item?.insertTextModeSupport !== undefined,
      labelDetails: item?.labelDetailsSupport === true,
      itemDefaults: textDocument?.completion?.completionList?.itemDefaults ?? [],
    },
    pullsDiagnostics: textDocument?.diagnostic !== undefined,
    refreshesDiagnostics: workspace?.diagnostics?.refreshSupport === true,
    configuration: workspace?.configuration === true && workspace.didChangeConfiguration?.dynamicRegistration === true,
    snippetEdits:
      workspace?.workspaceEdit?.snippetEditSupport === true && workspace.workspaceEdit.documentChanges === true,
  };
}
