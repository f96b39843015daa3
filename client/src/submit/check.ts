import * as l10n from '@vscode/l10n';
import type { OpenDocument } from '../editor/documents.ts';
import type { CheckedText } from '../environment.ts';
import { NotReadyError } from '../failures/notReadyError.ts';
import type { Services } from '../services.ts';

/**
 * Checks a document by the rules, with the severities of the user's settings.
 * @returns its warnings
 * @throws NotReadyError where it has errors or can't be checked
 */
export async function checkDocument(
  { checkText }: Pick<Services, 'checkText'>,
  { text, uri }: Pick<OpenDocument, 'text' | 'uri'>,
): Promise<CheckedText['warnings']> {
  const checked = await checkText(text, uri);
  if (checked === undefined) {
    throw new NotReadyError(
      l10n.t(
        'Not submitted: the language server isn’t running. Run Developer: Reload Window. For the cause, see the LakeFormation Jobs Language Server Output channel.',
      ),
    );
  }
  const { errors, warnings } = checked;
  if (errors === 0) return warnings;
  throw new NotReadyError(
    errors === 1
      ? l10n.t('Not submitted: the job has an error.')
      : l10n.t('Not submitted: the job has {0} errors.', errors),
    { isInProblems: true },
  );
}
