import * as l10n from '@vscode/l10n';
import type { Services } from '../services.ts';
import { submitDocument, type SubmitServices } from '../submit/submit.ts';
import { openJobDocument } from './openJobDocument.ts';

/** Submit Job: submits the job of a document, or of the active one. */
export function submitJob(
  services: SubmitServices & Pick<Services, 'isTrusted' | 'openDocument'>,
): (target?: unknown) => Promise<void> {
  return async (target) => {
    if (!services.isTrusted()) {
      await services.prompts.error(
        l10n.t('Submitting uses your token, so it needs a trusted workspace. Trust this workspace first.'),
      );
      return;
    }
    const document = await openJobDocument(services, target);
    if (document) await submitDocument(services, document);
  };
}
