import * as l10n from '@vscode/l10n';
import type { Edit } from 'jsonc-parser';
import { difference } from '../../../language/src/documents/edits/applyEdits.ts';
import { parse } from '../../../language/src/documents/parse.ts';
import { sortProperties } from '../../../language/src/schema/sort.ts';
import { openJobDocument, type JobDocumentServices } from './openJobDocument.ts';

/** What Sort Properties uses. */
export interface SortPropertiesServices extends JobDocumentServices {
  /** Makes an edit in a document; `false` when the document has changed, and nothing is done. */
  readonly editDocument: (uri: string, before: string, edit: Edit) => Promise<boolean>;
}

/**
 * Sort Properties: sorts the properties of a document in the order of the API reference. It doesn't ask for the code
 * action of the same effect, because VS Code drops a code action that is computed while diagnostics arrive.
 */
export function sortPropertiesCommand(services: SortPropertiesServices): (target?: unknown) => Promise<void> {
  return async (target) => {
    const { prompts } = services;
    const document = await openJobDocument(services, target);
    if (document === undefined) return;
    const { uri, text } = document;
    const parsed = parse(text, Infinity);
    if (parsed.tree === undefined || parsed.problems.some(({ kind }) => kind !== 'comment')) {
      await prompts.error(
        l10n.t('Couldn’t sort the properties: the document isn’t valid JSON. See the Problems view.'),
      );
      return;
    }
    const edit = difference(text, sortProperties(parsed));
    if (edit === undefined) {
      prompts.status(l10n.t('The properties are already sorted.'));
    } else if (!(await services.editDocument(uri, text, edit))) {
      await prompts.error(l10n.t('Couldn’t edit the document: it has changed. Try again.'));
    }
  };
}
