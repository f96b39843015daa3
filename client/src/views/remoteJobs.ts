import {
  Hover,
  languages,
  MarkdownString,
  window,
  workspace,
  type Disposable,
  type HoverProvider,
  type Position,
  type TextDocument,
} from 'vscode';
import { isAtName } from '../jobs/remote/jobDetails.ts';
import { remoteJobScheme } from '../jobs/remote/remoteJobScheme.ts';
import type { JobReference } from '../watch/jobReference.ts';
import { ReadOnlyTexts } from './readOnlyTexts.ts';

/** A job of the service in the form that is shown, without secrets. */
interface ShownRemoteJob {
  readonly reference: JobReference;
  readonly text: string;
  readonly details: readonly string[];
}

/** Jobs of the service as read-only documents, with what the service adds in the hover of the name. */
export class RemoteJobs implements HoverProvider, Disposable {
  readonly #texts = new ReadOnlyTexts(remoteJobScheme);
  readonly #details = new Map<string, readonly string[]>();
  readonly #registrations: readonly Disposable[];

  constructor() {
    this.#registrations = [
      languages.registerHoverProvider({ scheme: remoteJobScheme }, this),
      workspace.onDidCloseTextDocument(({ uri }) => this.#details.delete(uri.toString())),
    ];
  }

  /** @param argument the job as an argument of a command */
  async show({ reference, text, details }: ShownRemoteJob, argument: object): Promise<void> {
    // The tab differs from that of the file. A name of the service may be a path.
    const path = `/${`${reference.name} (${reference.connection.name})`.replaceAll(/[/\\]/g, '_')}.lfjob.json`;
    const uri = this.#texts.put(path, text, JSON.stringify(argument));
    this.#details.set(uri.toString(), details);
    await window.showTextDocument(await workspace.openTextDocument(uri), { preview: true });
  }

  provideHover(document: TextDocument, position: Position): Hover | undefined {
    const details = this.#details.get(document.uri.toString());
    if (details === undefined || !isAtName(document.getText(), document.offsetAt(position))) return undefined;
    const text = new MarkdownString();
    for (const line of details) text.appendText(`${line}\n\n`);
    return new Hover(text);
  }

  dispose(): void {
    for (const registration of this.#registrations) registration.dispose();
    this.#texts.dispose();
  }
}
