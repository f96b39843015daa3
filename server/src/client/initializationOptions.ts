import { isObject } from '../../../language/src/documents/value.ts';
import { publishedRuleUri } from '../../../language/src/rules/codes.ts';
import type { InitializationOptions } from '../protocol.ts';

/** Returns the translated messages in `initializationOptions`, which can be anything. */
export function messagesFrom(options: unknown): InitializationOptions['l10n'] {
  const messages = isObject(options) ? options.l10n : undefined;
  if (!isObject(messages)) return undefined;
  return Object.fromEntries(
    Object.entries(messages).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
  );
}

/** Returns the commands for code actions in `initializationOptions`, which can be anything. */
export function commandsFrom(options: unknown): readonly string[] {
  const commands = isObject(options) ? options.commands : undefined;
  return Array.isArray(commands) ? commands.filter((command) => typeof command === 'string') : [];
}

/** Returns the template for the URIs of the rules' documentation in `initializationOptions`, which can be anything. */
export function ruleUriFrom(options: unknown): string {
  const template = isObject(options) ? options.ruleUri : undefined;
  return typeof template === 'string' && template.includes('{code}') ? template : publishedRuleUri;
}
