import * as l10n from '@vscode/l10n';
import { EventEmitter, Uri, window, workspace, type Disposable, type TextDocumentContentProvider } from 'vscode';
import { previewed, previewScheme } from '../editor/documents.ts';
import { jobRequest } from '../preview/jobRequest.ts';
import { requestText } from '../preview/requestText.ts';
import { StaleDocuments } from '../preview/staleDocuments.ts';
import type { Services } from '../services.ts';
import { readJobDocument } from '../submit/job.ts';

type PreviewServices = Pick<Services, 'connections' | 'storedCredential'>;

/** The requests of jobs as read-only documents, which follow the documents that they are of. */
export class RequestPreviews implements TextDocumentContentProvider, Disposable {
  readonly #services: PreviewServices;
  readonly #changed = new EventEmitter<Uri>();
  readonly #stale = new StaleDocuments({
    render: (uri) => this.#changed.fire(Uri.parse(uri, true)),
    isVisible,
    timer: startTimer,
  });
  readonly #registrations: readonly Disposable[];
  readonly onDidChange = this.#changed.event;

  constructor(services: PreviewServices) {
    this.#services = services;
    this.#registrations = [
      workspace.registerTextDocumentContentProvider(previewScheme, this),
      workspace.onDidChangeTextDocument(({ document }) => {
        if (document.languageId === 'lfjob') this.#update((source) => source === document.uri.toString());
      }),
      window.onDidChangeVisibleTextEditors(() => this.#stale.renderVisible()),
      workspace.onDidCloseTextDocument(({ uri }) => this.#stale.delete(uri.toString())),
    ];
  }

  async provideTextDocumentContent(uri: Uri): Promise<string> {
    const documentUri = previewed(uri) ?? uri;
    const connection = this.#services.connections.known(documentUri.toString());
    if (connection === undefined) return l10n.t('No connection is chosen. Run LakeFormation: Select Connection.');
    const source = await workspace.openTextDocument(documentUri);
    // Where a text is not JSON, a secret in it may not be found.
    return readJobDocument(source.getText()) === undefined
      ? l10n.t('There is no request now: the document must be JSON with a name and a type.')
      : requestText(await jobRequest(source.getText(), connection, await this.#services.storedCredential(connection)));
  }

  /** Opens the preview of a document beside it. */
  async show(documentUri: string): Promise<void> {
    const source = Uri.parse(documentUri, true);
    const name = source.path.slice(source.path.lastIndexOf('/') + 1).replace(/\.lfjob\.json$/, '');
    const uri = Uri.from({ scheme: previewScheme, path: `/${name}.request.http`, query: source.toString() });
    // One that is open may be of another connection.
    this.#changed.fire(uri);
    await window.showTextDocument(await workspace.openTextDocument(uri), { preview: true });
  }

  /** Renders all previews again, such as for another connection. */
  refresh(): void {
    this.#update(() => true);
  }

  #update(isPreviewed: (source: string) => boolean): void {
    for (const { uri } of workspace.textDocuments) {
      if (uri.scheme === previewScheme && isPreviewed(uri.query)) this.#stale.add(uri.toString());
    }
  }

  dispose(): void {
    for (const registration of this.#registrations) registration.dispose();
    this.#stale.dispose();
    this.#changed.dispose();
  }
}

function isVisible(uri: string): boolean {
  return window.visibleTextEditors.some(({ document }) => document.uri.toString() === uri);
}

function startTimer(milliseconds: number, task: () => void): () => void {
  const timer = setTimeout(task, milliseconds);
  return () => clearTimeout(timer);
}
