import { EventEmitter, Uri, window, workspace, type Disposable, type TextDocumentContentProvider } from 'vscode';
import { readableJson } from '../preview/readableJson.ts';

const scheme = 'lakeformation-response';

/** Answers of the service as read-only JSON documents, for as long as they are open. */
export class Responses implements TextDocumentContentProvider, Disposable {
  readonly #texts = new Map<string, string>();
  readonly #changed = new EventEmitter<Uri>();
  readonly #registrations: readonly Disposable[];
  readonly onDidChange = this.#changed.event;

  constructor() {
    this.#registrations = [
      workspace.registerTextDocumentContentProvider(scheme, this),
      workspace.onDidCloseTextDocument(({ uri }) => this.#texts.delete(uri.toString())),
    ];
  }

  provideTextDocumentContent(uri: Uri): string {
    return this.#texts.get(uri.toString()) ?? '';
  }

  /** Opens a document with the answer for the job `name`. */
  async show(name: string, json: string): Promise<void> {
    const uri = Uri.from({ scheme, path: `/${name}.response.json` });
    this.#texts.set(uri.toString(), readableJson(json));
    this.#changed.fire(uri);
    await window.showTextDocument(await workspace.openTextDocument(uri), { preview: true });
  }

  dispose(): void {
    for (const registration of this.#registrations) registration.dispose();
    this.#changed.dispose();
  }
}
