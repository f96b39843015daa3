import { SymbolKind, type DocumentSymbol, type SymbolInformation } from 'vscode-languageserver-types';

/** Returns an outline as a list, for a client without `hierarchicalDocumentSymbolSupport`, in the order of the text. */
export function symbolInformation(
  uri: string,
  symbols: readonly DocumentSymbol[],
  containerName?: string,
): SymbolInformation[] {
  return symbols.flatMap(({ name, kind, range, children = [] }) => [
    { name, kind: knownKind(kind), location: { uri, range }, ...(containerName !== undefined && { containerName }) },
    ...symbolInformation(uri, children, name),
  ]);
}

/** A client like this may not know kinds that the protocol got later. */
function knownKind(kind: SymbolKind): SymbolKind {
  return kind > SymbolKind.Array ? SymbolKind.Variable : kind;
}
