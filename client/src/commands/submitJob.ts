import * as l10n from '@vscode/l10n';
import type { Services } from '../services.ts';
import { submitDocument, type SubmitServices } from '../submit/submit.ts';

/** Submit Job: submits the job of a document, or of the active one. */
export function submitJob(
  services: SubmitServices & Pick<Services, 'isTrusted' | 'openDocument'>,
): (target?: unknown) => Promise<void> {
  return async (target) => {
    const { prompts } = services;
    if (!services.isTrusted()) {
      await prompts.error(
        l10n.t('Submitting uses your token, so it needs a trusted workspace. Trust this workspace first.'),
      );
      return;
    }
    const document = await services.openDocument(target);
    if (document?.languageId !== 'lfjob') {
      await prompts.error(l10n.t('This is no LakeFormation job. Open a file whose name ends in .lfjob.json.'));
      return;
    }
    await submitDocument(services, document);
  };
}
