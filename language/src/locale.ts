/** `zh`, `zh-cn`, `zh_CN.UTF-8`, `zh-Hans`, `zh-Hans-SG`; not `zh-tw`, which uses other characters. */
const simplifiedChinese = /^zh(?:[-_](?:cn|sg|hans)\b.*)?$/i;

/** Whether a locale, such as a display language or `LANG`, is Simplified Chinese. */
export function isSimplifiedChinese(locale: string): boolean {
  return simplifiedChinese.test(locale);
}

/** The locales of a process. */
export interface Locales {
  /** That of the argument `--locale`. */
  readonly chosen: string | undefined;
  /** That of the environment. */
  readonly environment: string | undefined;
}

/** The environment variables with a locale, the most important first, as POSIX orders them. */
const variables = ['LC_ALL', 'LC_MESSAGES', 'LANG'] as const;

/** Returns the locale of `--locale`, wherever it is among the arguments, and that of the environment. */
export function localesFrom(
  commandLine: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
): Locales {
  const index = commandLine.findLastIndex((argument) => /^--locale(?:=|$)/.test(argument));
  const argument = commandLine[index]?.includes('=') === true ? commandLine[index].slice(9) : commandLine[index + 1];
  return {
    chosen: index >= 0 ? argument : undefined,
    environment: variables.map((name) => env[name]).find((value) => value !== undefined && value !== ''),
  };
}
