import { isReferenceName } from '../../../language/src/documents/reference.ts';
import type { InitializationOptions } from '../protocol.ts';
import { isObject } from '../../../language/src/schema/jsonSchema.ts';

/** The translated messages in what a client sent as `initializationOptions`, which may be anything. */
export function messagesFrom(options: unknown): InitializationOptions['l10n'] {
  const messages = isObject(options) ? options.l10n : undefined;
  if (!isObject(messages)) return undefined;
  return Object.fromEntries(
    Object.entries(messages).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
  );
}

/** The names of secrets in what a client sent, which may be anything. */
export function secretNamesFrom(params: unknown): readonly string[] {
  return textsIn(isObject(params) ? params.names : undefined).filter((name) => isReferenceName('secret', name));
}

/** The commands for code actions in what a client sent as `initializationOptions`, which may be anything. */
export function commandsFrom(options: unknown): readonly string[] {
  return textsIn(isObject(options) ? options.commands : undefined);
}

function textsIn(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.filter((element) => typeof element === 'string') : [];
}
