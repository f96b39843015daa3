import * as l10n from '@vscode/l10n';
import { EventEmitter, Uri, window, workspace, type Disposable, type TextDocumentContentProvider } from 'vscode';
import { previewed, previewScheme } from '../editor/documents.ts';
import type { ReviewedRequest } from '../environment.ts';
import { jobRequest } from '../preview/jobRequest.ts';
import { lookUpBasis, type LookUpServices } from '../preview/lookUpBasis.ts';
import { RequestBases } from '../preview/requestBases.ts';
import { requestText } from '../preview/requestText.ts';
import { StaleDocuments } from '../preview/staleDocuments.ts';
import type { Services } from '../services.ts';
import { readJobDocument } from '../submit/job.ts';

type PreviewServices = LookUpServices & Pick<Services, 'history'>;

/**
 * The requests of jobs as read-only documents, which follow the documents that they are of, and what is known of the jobs that
 * they would update.
 */
export class RequestPreviews implements TextDocumentContentProvider, Disposable {
  readonly #services: PreviewServices;
  readonly #changed = new EventEmitter<Uri>();
  readonly #stale = new StaleDocuments({
    render: (uri) => this.#changed.fire(Uri.parse(uri, true)),
    isVisible,
    timer: startTimer,
  });
  readonly #bases = new RequestBases({
    lookUp: async (connection, job, signal) => lookUpBasis(this.#services, connection, job, silently(signal)),
    timer: startTimer,
    onDidChange: (uri) => this.#update((source) => source === uri),
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
      workspace.onDidOpenTextDocument(({ uri }) => {
        // A look-up that ended while the document was opened found none to be rendered again.
        if (uri.scheme === previewScheme) this.#stale.add(uri.toString());
      }),
      window.onDidChangeVisibleTextEditors(() => this.#stale.renderVisible()),
      workspace.onDidCloseTextDocument(({ uri }) => {
        if (uri.scheme !== previewScheme) return;
        this.#stale.delete(uri.toString());
        this.#bases.delete(uri.query);
      }),
    ];
    services.history.onDidChange(() => this.refresh());
  }

  async provideTextDocumentContent(uri: Uri): Promise<string> {
    const source = await workspace.openTextDocument(previewed(uri) ?? uri);
    const text = source.getText();
    const job = readJobDocument(text);
    // Where a text isn't JSON, a secret in it may not be found.
    if (job === undefined) return l10n.t('No request: the document must be valid JSON with a name and a type.');
    const { connections, isTrusted, storedCredential } = this.#services;
    const connection = connections.known(source.uri.toString());
    const credential = connection && (await storedCredential(connection));
    const basis =
      connection && credential && isTrusted()
        ? this.#bases.of(uri.query, connection, job)
        : // Nothing is requested then, so it is known at once.
          await lookUpBasis(this.#services, connection, job, silently(new AbortController().signal));
    return requestText(await jobRequest(text, connection, { basis, credential }));
  }

  /** Opens the preview of a document. One that is open is brought up to date. */
  async show(documentUri: string): Promise<void> {
    const source = Uri.parse(documentUri, true);
    this.#bases.outdate(source.toString());
    await this.#open(source);
  }

  /** Opens the preview of the request that a review is about. */
  async showReviewed({ uri, connection, name, type, job, existing, at }: ReviewedRequest): Promise<void> {
    const source = Uri.parse(uri, true);
    const reviewed = job === undefined ? ({ kind: 'create' } as const) : ({ kind: 'update', job } as const);
    const basis = { kind: 'lookedUp', existing, at, reviewed } as const;
    this.#bases.put(source.toString(), connection, { name, type }, basis);
    await this.#open(source);
  }

  /** Renders all previews again and looks up again what they are based on, such as for another connection. */
  refresh(): void {
    this.#bases.outdate();
    this.#update(() => true);
  }

  async #open(source: Uri): Promise<void> {
    const name = source.path.slice(source.path.lastIndexOf('/') + 1).replace(/\.lfjob\.json$/, '');
    const uri = Uri.from({ scheme: previewScheme, path: `/${name}.request.http`, query: source.toString() });
    this.#changed.fire(uri);
    await window.showTextDocument(await workspace.openTextDocument(uri), { preview: true });
  }

  #update(isPreviewed: (source: string) => boolean): void {
    for (const { uri } of workspace.textDocuments) {
      if (uri.scheme === previewScheme && isPreviewed(uri.query)) this.#stale.add(uri.toString());
    }
  }

  dispose(): void {
    for (const registration of this.#registrations) registration.dispose();
    this.#stale.dispose();
    this.#bases.dispose();
    this.#changed.dispose();
  }
}

/** Runs tasks without showing their progress. */
function silently(signal: AbortSignal): Pick<Services['prompts'], 'progress'> {
  return { progress: async (_, task) => task(signal, () => undefined) };
}

function isVisible(uri: string): boolean {
  return window.visibleTextEditors.some(({ document }) => document.uri.toString() === uri);
}

function startTimer(milliseconds: number, task: () => void): () => void {
  const timer = setTimeout(task, milliseconds);
  return () => clearTimeout(timer);
}
