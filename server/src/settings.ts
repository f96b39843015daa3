import type { InitializationOptions } from './protocol.ts';
import { isObject } from './schema/jsonSchema.ts';

/** The translated messages in what a client sent as `initializationOptions`, which may be anything. */
export function messagesFrom(options: unknown): InitializationOptions['l10n'] {
  const messages = isObject(options) ? options.l10n : undefined;
  if (!isObject(messages)) return undefined;
  return Object.fromEntries(
    Object.entries(messages).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
  );
}
