import * as l10n from '@vscode/l10n';
import type { OpenDocument } from '../editor/documents.ts';
import type { Services } from '../services.ts';

/**
 * Opens the document that a command about a job was called with, or the active one.
 * @returns `undefined` when it isn't a job, after telling the user
 */
export async function openJobDocument(
  { prompts, openDocument }: Pick<Services, 'prompts' | 'openDocument'>,
  target: unknown,
): Promise<OpenDocument | undefined> {
  const document = await openDocument(target);
  if (document?.languageId === 'lfjob') return document;
  await prompts.error(l10n.t('This is no LakeFormation job. Open a file whose name ends in .lfjob.json.'));
  return undefined;
}
