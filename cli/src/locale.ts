import * as l10n from '@vscode/l10n';
import { isSimplifiedChinese } from '../../language/src/locale.ts';

/** Translates all texts from now on, if the locale is Simplified Chinese; they are English otherwise. */
export async function useLocale(locale: string | undefined): Promise<void> {
  if (locale === undefined || !isSimplifiedChinese(locale)) return;
  const { chineseMessages } = await import('../../language/src/generated/chineseMessages.js');
  l10n.config({ contents: chineseMessages() });
}
