import * as l10n from '@vscode/l10n';
import {
  CodeLens,
  EventEmitter,
  languages,
  Range,
  Uri,
  workspace,
  type CodeLensProvider,
  type Disposable,
  type TextDocument,
} from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { documentationOf } from '../language/client.ts';
import type { Services } from '../services.ts';
import { codeLensSetting } from '../state/settings.ts';

/** Above a job: what can be done with it, and the page about its block. */
export class CodeLenses implements CodeLensProvider, Disposable {
  readonly #services: Pick<Services, 'configuration'>;
  readonly #client: BaseLanguageClient;
  readonly #changed = new EventEmitter<void>();
  readonly #registrations: readonly Disposable[];
  readonly onDidChangeCodeLenses = this.#changed.event;

  /** @param client names the page about a job's block */
  constructor(services: Pick<Services, 'configuration'>, client: BaseLanguageClient) {
    this.#services = services;
    this.#client = client;
    this.#registrations = [
      languages.registerCodeLensProvider({ language: 'lfjob' }, this),
      workspace.onDidChangeConfiguration((change) => {
        if (change.affectsConfiguration('lakeformation.codeLens')) this.#changed.fire();
      }),
    ];
  }

  async provideCodeLenses({ uri }: TextDocument): Promise<CodeLens[]> {
    if (!codeLensSetting(this.#services.configuration())) return [];
    // What can be done does not depend on the page.
    const page = await documentationOf(this.#client, uri.toString()).catch(() => undefined);
    const top = new Range(0, 0, 0, 0);
    return [
      new CodeLens(top, {
        title: l10n.t('Submit'),
        command: 'lakeformation.submitJob',
        arguments: [uri],
      }),
      new CodeLens(top, {
        title: l10n.t('Preview Request'),
        command: 'lakeformation.previewRequest',
        arguments: [uri],
      }),
      ...(page
        ? [
            new CodeLens(top, {
              title: l10n.t('Documentation: {0}', page.title),
              command: 'vscode.open',
              arguments: [Uri.parse(page.url)],
            }),
          ]
        : []),
    ];
  }

  dispose(): void {
    for (const registration of this.#registrations) registration.dispose();
    this.#changed.dispose();
  }
}
