import fc, { type Arbitrary } from 'fast-check';
import type { ServerProcess } from '../bench/serverProcess.ts';
import { arbitraryEdits, contentChange, type ArbitraryEdit } from '../support/arbitraryEdits.ts';
import { documentOf } from '../support/cursor.ts';
import { documentEdits } from '../../server/src/state/documentEdits.ts';
import { arbitraryRecipe, textOf, type Recipe } from './hostileText.ts';

const uri = 'test:/job.lfjob.json';
const options = { tabSize: 2, insertSpaces: true };

/** A document, two places that are asked about, and what is done to it. */
export interface HostileDocument {
  readonly recipe: Recipe;
  readonly from: number;
  readonly to: number;
  readonly edits: readonly (readonly ArbitraryEdit[])[];
}

/** Any document. @param largest the most characters that it has before the edits */
export function arbitraryDocument(largest: number): Arbitrary<HostileDocument> {
  return fc.record({ recipe: arbitraryRecipe(largest), from: fc.nat(), to: fc.nat(), edits: arbitraryEdits() });
}

/** Starts the session of a server. */
export async function startSession(server: Pick<ServerProcess, 'notify' | 'request'>): Promise<void> {
  const capabilities = { textDocument: { diagnostic: {}, codeAction: { codeActionLiteralSupport: {} } } };
  await server.request('initialize', { processId: null, rootUri: null, capabilities });
  server.notify('initialized', {});
}

/**
 * Opens a document in a server, asks everything about it, edits it, asks again, and closes it.
 * @param ask makes a request; rejects where the server doesn't answer as it should
 */
export async function tryDocument(
  server: Pick<ServerProcess, 'notify'>,
  { recipe, from, to, edits }: HostileDocument,
  ask: (method: string, params: object, size: number) => Promise<void>,
): Promise<void> {
  const document = documentOf(textOf(recipe));
  server.notify('textDocument/didOpen', {
    textDocument: { uri, languageId: 'lfjob', version: 1, text: document.getText() },
  });
  const place = (offset: number): unknown => document.positionAt(offset % (document.getText().length + 1));
  const askAll = async (): Promise<void> => {
    const size = document.getText().length;
    const [position, other] = [place(from), place(to)];
    const inReference = place(document.getText().lastIndexOf('${') + 2);
    const all = { start: place(0), end: place(size) };
    const context = { diagnostics: [] };
    const textDocument = { uri };
    const requests: readonly (readonly [string, object])[] = [
      ['diagnostic', {}],
      ['completion', { position }],
      ['completion', { position: inReference }],
      ['hover', { position }],
      ['documentSymbol', {}],
      ['codeAction', { range: { start: position, end: position }, context }],
      ['codeAction', { range: all, context }],
      ['codeAction', { range: all, context: { ...context, only: ['source.fixAll', 'source.sort'] } }],
      ['formatting', { options }],
      ['rangeFormatting', { range: { start: position, end: other }, options }],
      ['inlayHint', { range: all }],
      ['documentLink', {}],
      ['selectionRange', { positions: [position, other] }],
      ['foldingRange', {}],
    ];
    for (const [method, params] of requests) await ask(`textDocument/${method}`, { textDocument, ...params }, size);
  };
  await askAll();
  for (const [index, changes] of edits.entries()) {
    const contentChanges = changes.map((edit) => {
      const change = contentChange(document, edit);
      documentEdits.update(document, [change], index + 2);
      return change;
    });
    server.notify('textDocument/didChange', { textDocument: { uri, version: index + 2 }, contentChanges });
  }
  await askAll();
  server.notify('textDocument/didClose', { textDocument: { uri } });
}
