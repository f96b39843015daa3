import * as l10n from '@vscode/l10n';
import type { OpenDocument } from '../editor/documents.ts';
import type { Services } from '../services.ts';

/** Returns whether a document has no errors. Where it has some, shows them in the Problems view and tells the user. */
export async function checkDocument(
  { prompts, countErrors }: Pick<Services, 'prompts' | 'countErrors'>,
  document: OpenDocument,
): Promise<boolean> {
  const errors = await countErrors(document.text, document.uri);
  if (errors === 0) return true;
  if (errors === undefined) {
    void prompts.error(
      l10n.t(
        'The job was not checked, because the language server does not run, so it was not sent. Run Developer: Reload Window; the output channel LakeFormation Jobs Language Server may say more.',
      ),
    );
    return false;
  }
  await document.show();
  await prompts.showProblems();
  void prompts.error(
    errors === 1
      ? l10n.t('The job has an error and was not sent. Mend it: the Problems view shows where.')
      : l10n.t('The job has {0} errors and was not sent. Mend them: the Problems view shows where.', errors),
  );
  return false;
}
