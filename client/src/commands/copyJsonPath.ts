import * as l10n from '@vscode/l10n';
import type { Cursor } from '../editor/documents.ts';
import type { Prompts } from '../prompts/prompts.ts';

/** What Copy JSON Path uses. */
export interface CopyJsonPathServices {
  readonly prompts: Prompts;
  /** Where the cursor of the active editor is. */
  readonly cursor: () => Cursor | undefined;
  /** The path of the member there, as the language server tells it. */
  readonly jsonPathAt: (cursor: Cursor) => Promise<string | undefined>;
}

/** The status bar has room for no more. */
const mostCharacters = 100;

/** Copy JSON Path: puts the path of the member at the cursor into the clipboard. */
export function copyJsonPath({ prompts, cursor, jsonPathAt }: CopyJsonPathServices): () => Promise<void> {
  return async () => {
    const place = cursor();
    if (place?.languageId !== 'lfjob') {
      await prompts.error(l10n.t('This is no LakeFormation job. Open a file whose name ends in .lfjob.json.'));
      return;
    }
    const path = await jsonPathAt(place);
    if (path === undefined) {
      await prompts.info(
        l10n.t('There is no member at the cursor, so nothing was copied. Put the cursor on a member.'),
      );
      return;
    }
    await prompts.copy(path);
    const shown = path.length > mostCharacters ? `${path.slice(0, mostCharacters)}…` : path;
    prompts.status(l10n.t('Copied: {0}', shown));
  };
}
