import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Profile } from './profile.ts';

/**
 * Writes a language pack without translations, which is enough for extensions to be shown in a language; VS Code's own UI
 * stays English. To be done before the editor starts with `--locale`.
 */
export async function writeLanguagePack({ userData }: Profile, locale: string): Promise<void> {
  const translations = join(userData, 'main.i18n.json');
  const pack = {
    hash: 'empty',
    extensions: [{ extensionIdentifier: { id: 'ms-ceintl.vscode-language-pack-zh-hans', uuid: '' }, version: '1.0.0' }],
    translations: { vscode: translations },
    label: locale,
  };
  await writeFile(translations, JSON.stringify({ version: '1.0.0', contents: {} }));
  await writeFile(join(userData, 'languagepacks.json'), JSON.stringify({ [locale]: pack }));
}
