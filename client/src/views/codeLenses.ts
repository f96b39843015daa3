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
import type { DocumentationResult } from '../../../server/src/protocol.ts';

/** What the lenses need of the world. */
export interface CodeLensPorts {
  /** The setting `lakeformation.codeLens.enabled`. */
  readonly isEnabled: () => boolean;
  /** The page about the block of a job; `undefined` where the language server does not say. */
  readonly documentation: (uri: Uri) => Promise<DocumentationResult | undefined>;
}

/** Above a job: what can be done with it, and the page about its block. */
export class CodeLenses implements CodeLensProvider, Disposable {
  readonly #ports: CodeLensPorts;
  readonly #changed = new EventEmitter<void>();
  readonly #registrations: readonly Disposable[];
  readonly onDidChangeCodeLenses = this.#changed.event;

  constructor(ports: CodeLensPorts) {
    this.#ports = ports;
    this.#registrations = [
      languages.registerCodeLensProvider({ language: 'lfjob' }, this),
      workspace.onDidChangeConfiguration((change) => {
        if (change.affectsConfiguration('lakeformation.codeLens')) this.#changed.fire();
      }),
    ];
  }

  async provideCodeLenses({ uri }: TextDocument): Promise<CodeLens[]> {
    if (!this.#ports.isEnabled()) return [];
    // What can be done does not depend on the page.
    const page = await this.#ports.documentation(uri).catch(() => undefined);
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
