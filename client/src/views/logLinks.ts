import * as l10n from '@vscode/l10n';
import {
  DocumentLink,
  languages,
  Range,
  Uri,
  type Disposable,
  type DocumentLinkProvider,
  type TextDocument,
} from 'vscode';
import { logScheme } from '../editor/documents.ts';
import { logPlaces } from '../jobs/log/logPlaces.ts';
import type { Services } from '../services.ts';
import type { JobReference } from '../watch/jobReference.ts';

type LogLinksServices = Pick<Services, 'jobLinks' | 'readDocument'>;

/** In logs, links from lines about errors to what they name in the job's document. */
export class LogLinks implements DocumentLinkProvider, Disposable {
  readonly #services: LogLinksServices;
  readonly #jobOf: (uri: Uri) => JobReference | undefined;
  readonly #registration: Disposable;

  /** @param jobOf returns the job of a log */
  constructor(services: LogLinksServices, jobOf: (uri: Uri) => JobReference | undefined) {
    this.#services = services;
    this.#jobOf = jobOf;
    this.#registration = languages.registerDocumentLinkProvider({ scheme: logScheme }, this);
  }

  async provideDocumentLinks(log: TextDocument): Promise<DocumentLink[]> {
    const job = this.#jobOf(log.uri);
    // The document that the job was submitted from last.
    const source = job && this.#services.jobLinks.documentsOf(job.id, job.connection).at(-1);
    const text = source === undefined ? undefined : await this.#services.readDocument(source);
    if (source === undefined || text === undefined) return [];
    return logPlaces(log.getText(), text).map(({ line, character, length, place }) => {
      const target = Uri.parse(source, true).with({ fragment: `L${place.line + 1},${place.character + 1}` });
      const link = new DocumentLink(new Range(line, character, line, character + length), target);
      link.tooltip = l10n.t('Open the place in the job');
      return link;
    });
  }

  dispose(): void {
    this.#registration.dispose();
  }
}
