import * as l10n from '@vscode/l10n';
import { isSimplifiedChinese } from '../../language/src/locale.ts';

/** The environment variables with a locale, the most important first, as POSIX orders them. */
const variables = ['LC_ALL', 'LC_MESSAGES', 'LANG'] as const;

/** Returns the locale of `--locale`, wherever it is among the arguments, or else of the environment. */
export function localeFrom(
  commandLine: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
): string | undefined {
  const index = commandLine.findLastIndex((argument) => /^--locale(?:=|$)/.test(argument));
  const argument = commandLine[index]?.includes('=') === true ? commandLine[index].slice(9) : commandLine[index + 1];
  if (index >= 0 && argument !== undefined) return argument;
  return variables.map((name) => env[name]).find((value) => value !== undefined && value !== '');
}

/** Translates all texts from now on, if the locale is Simplified Chinese; they are English otherwise. */
export async function useLocale(locale: string | undefined): Promise<void> {
  if (locale === undefined || !isSimplifiedChinese(locale)) return;
  const { chineseMessages } = await import('../../language/src/generated/chineseMessages.js');
  l10n.config({ contents: chineseMessages() });
}
