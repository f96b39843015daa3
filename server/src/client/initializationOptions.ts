import { isObject } from '../../../language/src/documents/value.ts';
import { isSimplifiedChinese } from '../../../language/src/locale.ts';
import { publishedRuleUri } from '../../../language/src/rules/codes.ts';
import { chineseMessages } from '../../../language/src/generated/chineseMessages.js';
import type { InitializationOptions } from '../protocol.ts';

/**
 * Returns the messages for a client: its own, or the Chinese ones for a Chinese display language; English where `undefined`.
 * @param options the `initializationOptions`, which can be anything
 * @param locale the one that counts if the options have none
 */
export function messagesFor(options: unknown, locale: string | undefined): InitializationOptions['l10n'] {
  const { l10n: messages, locale: chosen = locale } = isObject(options) ? options : {};
  if (isObject(messages)) return textsOf(messages);
  return typeof chosen === 'string' && isSimplifiedChinese(chosen) ? chineseMessages() : undefined;
}

function textsOf(messages: object): Record<string, string> {
  return Object.fromEntries(
    Object.entries(messages).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
  );
}

/** Returns the commands for code actions in `initializationOptions`, which can be anything. */
export function commandsFrom(options: unknown): readonly string[] {
  const commands = isObject(options) ? options.commands : undefined;
  return Array.isArray(commands) ? commands.filter((command) => typeof command === 'string') : [];
}

/** Returns whether a client with these `initializationOptions`, which can be anything, answers `lfjob/instanceValues`. */
export function answersInstanceValues(options: unknown): boolean {
  return isObject(options) && options.instanceValues === true;
}

/** Returns the template for the URIs of the rules' documentation in `initializationOptions`, which can be anything. */
export function ruleUriFrom(options: unknown): string {
  const template = isObject(options) ? options.ruleUri : undefined;
  return typeof template === 'string' && template.includes('{code}') ? template : publishedRuleUri;
}
