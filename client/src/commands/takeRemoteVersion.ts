import * as l10n from '@vscode/l10n';
import type { Edit } from 'jsonc-parser';
import { difference } from '../../../language/src/documents/edits/applyEdits.ts';
import { readCompared, shownName, tellUnchanged, type ComparingServices } from './compareJob.ts';

/** What Take Remote Version uses. */
export interface TakeServices extends ComparingServices {
  /** Makes an edit in a document; `false` when the document has changed, and nothing is done. */
  readonly editDocument: (uri: string, before: string, edit: Edit) => Promise<boolean>;
}

/** Take Remote Version: writes the values of its job into a document, in one step that can be undone. */
export function takeRemoteVersion(services: TakeServices): (target?: unknown) => Promise<void> {
  return async (target) => {
    const compared = await readCompared(services, target);
    if (compared === undefined) return;
    const { document, remote, taken } = compared;
    const edit = difference(document.text, taken);
    services.updateComparison({ uri: document.uri, remote: taken });
    if (edit === undefined) {
      await tellUnchanged(services, remote);
    } else if (await services.editDocument(document.uri, document.text, edit)) {
      const { connection } = remote.reference;
      services.prompts.status(
        l10n.t('The document has the values of "{0}" in {1}.', shownName(remote), connection.name),
      );
    } else {
      await services.prompts.error(l10n.t('Couldn’t edit the document: it has changed. Try again.'));
    }
  };
}
