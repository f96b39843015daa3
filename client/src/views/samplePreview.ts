import {
  EventEmitter,
  TabInputText,
  Uri,
  window,
  workspace,
  type Disposable,
  type TextDocumentContentProvider,
} from 'vscode';
import type { NewDocument } from '../editor/newDocument.ts';

const scheme = 'lakeformation-sample';

/** Shows samples as read-only documents while a list is open, without taking the focus from it. */
export class SamplePreview implements TextDocumentContentProvider, Disposable {
  readonly #texts = new Map<string, string>();
  readonly #changed = new EventEmitter<Uri>();
  readonly #registration: Disposable;
  /** What was asked for last. */
  #latest: Promise<void> = Promise.resolve();
  readonly onDidChange = this.#changed.event;

  constructor() {
    this.#registration = workspace.registerTextDocumentContentProvider(scheme, this);
  }

  provideTextDocumentContent(uri: Uri): string {
    return this.#texts.get(uri.toString()) ?? '';
  }

  /** Shows a sample in place of the one before; `undefined` closes it, also one that is still being opened. */
  async show(sample: NewDocument | undefined): Promise<void> {
    const before = this.#latest;
    const shown = (async (): Promise<void> => {
      await before.catch(() => undefined);
      await (sample === undefined ? this.#close() : this.#open(sample));
    })();
    this.#latest = shown;
    return shown;
  }

  async #open({ name, text }: NewDocument): Promise<void> {
    const uri = Uri.from({ scheme, path: `/${name}.lfjob.json` });
    this.#texts.set(uri.toString(), text);
    this.#changed.fire(uri);
    const document = await workspace.openTextDocument(uri);
    await window.showTextDocument(document, { preview: true, preserveFocus: true });
  }

  async #close(): Promise<void> {
    const tabs = window.tabGroups.all.flatMap((group) => group.tabs);
    const shown = tabs.filter(({ input }) => input instanceof TabInputText && input.uri.scheme === scheme);
    await window.tabGroups.close(shown);
    this.#texts.clear();
  }

  dispose(): void {
    this.#registration.dispose();
    this.#changed.dispose();
  }
}
