import { TabInputText, window, workspace, type Disposable } from 'vscode';
import type { NewDocument } from '../editor/newDocument.ts';
import { ReadOnlyTexts } from './readOnlyTexts.ts';

const scheme = 'lakeformation-sample';

/** Shows samples as read-only documents while a list is open, without taking the focus from it. */
export class SamplePreview implements Disposable {
  readonly #texts = new ReadOnlyTexts(scheme);
  /** What was asked for last, and when that is done. */
  #latest: { readonly sample: NewDocument | undefined; readonly shown: Promise<void> } = {
    sample: undefined,
    shown: Promise.resolve(),
  };

  /** Shows a sample in place of the one before; `undefined` closes it, also one that is still being opened. */
  async show(sample: NewDocument | undefined): Promise<void> {
    const before = this.#latest.shown;
    const shown = (async (): Promise<void> => {
      await before.catch(() => undefined);
      await (sample === undefined ? this.#close() : this.#open(sample));
    })();
    this.#latest = { sample, shown };
    return shown;
  }

  async #open(sample: NewDocument): Promise<void> {
    const { name, text } = sample;
    const document = await workspace.openTextDocument(this.#texts.put(`/${name}.lfjob.json`, text));
    // Opening what is to be closed at once would take the focus from what the user has opened since then.
    if (this.#latest.sample !== sample) return;
    await window.showTextDocument(document, { preview: true, preserveFocus: true });
  }

  async #close(): Promise<void> {
    const tabs = window.tabGroups.all.flatMap((group) => group.tabs);
    const shown = tabs.filter(({ input }) => input instanceof TabInputText && input.uri.scheme === scheme);
    await window.tabGroups.close(shown);
  }

  dispose(): void {
    this.#texts.dispose();
  }
}
