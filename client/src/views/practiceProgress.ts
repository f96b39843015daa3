import { commands, DiagnosticSeverity, languages, workspace, type Disposable, type Uri } from 'vscode';
import { practiceJobName } from '../jobs/practiceJob.ts';

/** The context key that completes the step of the walkthrough. */
const fixedKey = 'lakeformation.hasFixedPracticeJob';

/** Marks the step of the walkthrough as complete when the errors of the practice job are fixed. */
export class PracticeProgress implements Disposable {
  readonly #subscription: Disposable;
  /** The practice jobs that have had errors. */
  readonly #wrong = new Set<string>();

  constructor() {
    this.#subscription = languages.onDidChangeDiagnostics(({ uris }) => {
      for (const uri of uris) if (isPracticeJob(uri)) this.#update(uri);
    });
  }

  dispose(): void {
    this.#subscription.dispose();
  }

  #update(uri: Uri): void {
    // A document that is closed has no problems any more.
    if (!workspace.textDocuments.some((document) => document.uri.toString() === uri.toString())) return;
    const hasErrors = languages.getDiagnostics(uri).some(({ severity }) => severity === DiagnosticSeverity.Error);
    if (hasErrors) this.#wrong.add(uri.toString());
    else if (this.#wrong.delete(uri.toString())) void commands.executeCommand('setContext', fixedKey, true);
  }
}

function isPracticeJob({ path }: Uri): boolean {
  return path.endsWith(`/${practiceJobName}.lfjob.json`);
}
