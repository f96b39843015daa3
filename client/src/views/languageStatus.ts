import * as l10n from '@vscode/l10n';
import { languages, type Disposable, type LanguageStatusItem } from 'vscode';
import type { Connection } from '../connections/connection.ts';

/** What the language status, the braces in the status bar, says of a job: where it would go, and which edition it follows. */
export class LanguageStatus implements Disposable {
  readonly #connection: LanguageStatusItem;
  readonly #edition: LanguageStatusItem;

  constructor() {
    this.#connection = languages.createLanguageStatusItem('lakeformation.connection', { language: 'lfjob' });
    this.#connection.name = l10n.t('LakeFormation connection');
    this.#edition = languages.createLanguageStatusItem('lakeformation.edition', { language: 'lfjob' });
    this.#edition.name = l10n.t('LakeFormation API edition');
  }

  /** Shows the connection that jobs go to, or that there is none. */
  showConnection(connection: Connection | undefined): void {
    this.#connection.text = connection ? `$(cloud) ${connection.name}` : `$(cloud) ${l10n.t('No connection')}`;
    this.#connection.detail = connection
      ? l10n.t('jobs go to {0}', connection.endpoint)
      : l10n.t('none is chosen for this workspace');
    this.#connection.command = {
      command: 'lakeformation.selectConnection',
      title: connection ? l10n.t('Change') : l10n.t('Select'),
    };
  }

  /** Shows the edition of the API that jobs are checked against. */
  showEdition(edition: string): void {
    this.#edition.text = l10n.t('API edition {0}', edition);
    this.#edition.detail = l10n.t('newer members are known and marked');
  }

  dispose(): void {
    this.#connection.dispose();
    this.#edition.dispose();
  }
}
