import type { Connection, TextDocuments } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Diagnostic } from 'vscode-languageserver-types';
import type { Capabilities } from '../client/capabilities.ts';
import { CancellationToken } from '../lsp.ts';
import { logFailure } from './failures.ts';
import type { RequestQueue } from './queue.ts';

/** What diagnostics are made from and where they go. */
export interface DiagnosticSource {
  readonly connection: Connection;
  readonly client: Pick<Capabilities, 'pullDiagnostics' | 'refreshDiagnostics' | 'versionedDiagnostics'>;
  readonly documents: Pick<TextDocuments<TextDocument>, 'get' | 'all'>;
  readonly queue: RequestQueue;
  readonly diagnose: (document: TextDocument) => Diagnostic[];
}

/**
 * Keeps the diagnostics that a client shows up to date. A client with pull diagnostics requests those of a document that it
 * changes, and is asked for a refresh when something else changes; to any other client they are published.
 */
export class DiagnosticUpdates {
  readonly #source: DiagnosticSource;
  #isRefreshing = false;
  #isRefreshDue = false;

  constructor(source: DiagnosticSource) {
    this.#source = source;
  }

  /** Publishes the diagnostics of a document that was opened or edited. */
  documentChanged({ uri, version }: TextDocument): void {
    if (!this.#source.client.pullDiagnostics) void this.#publish(uri, version);
  }

  /** Clears the diagnostics of a document that was closed. */
  documentClosed({ uri }: TextDocument): void {
    if (!this.#source.client.pullDiagnostics) void this.#send(uri, []);
  }

  /** Updates the diagnostics of all documents. One refresh runs at a time; any number of changes during it lead to one more. */
  refresh(): void {
    this.#isRefreshDue = true;
    if (!this.#isRefreshing) void this.#refreshWhileDue();
  }

  async #refreshWhileDue(): Promise<void> {
    this.#isRefreshing = true;
    while (this.#isRefreshDue) {
      this.#isRefreshDue = false;
      await this.#refreshAll();
    }
    this.#isRefreshing = false;
  }

  async #refreshAll(): Promise<void> {
    const { client, connection, documents } = this.#source;
    if (!client.pullDiagnostics) {
      await Promise.all(documents.all().map(async ({ uri, version }) => this.#publish(uri, version)));
    } else if (client.refreshDiagnostics) {
      await connection.languages.diagnostics.refresh().catch(() => undefined);
    }
  }

  /** Publishes the diagnostics of a version unless it is edited or closed before its turn. */
  async #publish(uri: string, version: number): Promise<void> {
    const { connection, documents, queue, diagnose } = this.#source;
    try {
      await queue.run(CancellationToken.None, async () => {
        await queue.checkCanceled(CancellationToken.None);
        const document = documents.get(uri);
        if (document?.version === version) await this.#send(uri, diagnose(document), version);
      });
    } catch (error) {
      logFailure(connection, 'textDocument/publishDiagnostics', error);
    }
  }

  async #send(uri: string, diagnostics: Diagnostic[], version?: number): Promise<void> {
    const { connection, client } = this.#source;
    const isVersioned = version !== undefined && client.versionedDiagnostics;
    // Nothing is left to do when the client is gone.
    await connection.sendDiagnostics({ uri, diagnostics, ...(isVersioned && { version }) }).catch(() => undefined);
  }
}
