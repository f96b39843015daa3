import * as l10n from '@vscode/l10n';
import type { Cursor } from '../editor/documents.ts';
import type { Prompts } from '../prompts/prompts.ts';

/** What Copy JSON Path uses. */
export interface CopyJsonPathServices {
  readonly prompts: Prompts;
  /** Where the cursor of the active editor is. */
  readonly cursor: () => Cursor | undefined;
  /** The path of the property there, as the language server returns it. */
  readonly jsonPathAt: (cursor: Cursor) => Promise<string | undefined>;
}

/** The status bar has room for no more. */
const mostCharacters = 100;

/** Copy JSON Path: puts the path of the property at the cursor into the clipboard. */
export function copyJsonPath({ prompts, cursor, jsonPathAt }: CopyJsonPathServices): () => Promise<void> {
  return async () => {
    const place = cursor();
    if (place?.languageId !== 'lfjob') {
      await prompts.error(l10n.t('This isn’t a LakeFormation job. Open a .lfjob.json file.'));
      return;
    }
    const path = await jsonPathAt(place);
    if (path === undefined) {
      await prompts.info(l10n.t('Couldn’t copy the path: no property at the cursor.'));
      return;
    }
    await prompts.copy(path);
    const shown = path.length > mostCharacters ? `${path.slice(0, mostCharacters)}…` : path;
    prompts.status(l10n.t('Copied: {0}', shown));
  };
}
