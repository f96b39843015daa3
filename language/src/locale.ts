/** `zh`, `zh-cn`, `zh_CN.UTF-8`, `zh-Hans`, `zh-Hans-SG`; not `zh-tw`, which uses other characters. */
const simplifiedChinese = /^zh(?:[-_](?:cn|sg|hans)\b.*)?$/i;

/** Whether a locale, such as a display language or `LANG`, is Simplified Chinese. */
export function isSimplifiedChinese(locale: string): boolean {
  return simplifiedChinese.test(locale);
}
