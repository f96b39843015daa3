import { window, workspace, type Disposable } from 'vscode';
import { readableJson } from '../preview/readableJson.ts';
import { ReadOnlyTexts } from './readOnlyTexts.ts';

/** Answers of the service and the outcomes of jobs. */
export class Responses implements Disposable {
  readonly #texts = new ReadOnlyTexts('lakeformation-response');

  /** Opens a document with the answer for the job `name`. */
  async show(name: string, json: string): Promise<void> {
    await this.#open(`/${name}.response.json`, readableJson(json));
  }

  /** Opens a document with a table as text. */
  async showTable(title: string, text: string): Promise<void> {
    await this.#open(`/${title}.txt`, text);
  }

  async #open(path: string, text: string): Promise<void> {
    const uri = this.#texts.put(path, text);
    await window.showTextDocument(await workspace.openTextDocument(uri), { preview: true });
  }

  dispose(): void {
    this.#texts.dispose();
  }
}
