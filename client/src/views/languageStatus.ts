import * as l10n from '@vscode/l10n';
import { languages, type Disposable, type LanguageStatusItem } from 'vscode';

/**
 * What the language status, the braces in the status bar, shows about a job: which edition it follows. Where it goes
 * has an item of its own.
 */
export class LanguageStatus implements Disposable {
  readonly #edition: LanguageStatusItem;

  constructor() {
    this.#edition = languages.createLanguageStatusItem('lakeformation.edition', { language: 'lfjob' });
    this.#edition.name = l10n.t('LakeFormation API edition');
  }

  /** Shows the edition of the API that jobs are checked against. */
  showEdition(edition: string): void {
    this.#edition.text = l10n.t('API edition {0}', edition);
    this.#edition.detail = l10n.t('properties of later editions are marked');
  }

  dispose(): void {
    this.#edition.dispose();
  }
}
