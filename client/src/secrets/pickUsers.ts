import * as l10n from '@vscode/l10n';
import type { Connection } from '../connections/connection.ts';
import type { Choice } from '../prompts/choice.ts';
import type { Prompts } from '../prompts/prompts.ts';
import type { SecretId } from './secretId.ts';

/** Which connections use a secret: all of them, or the one of a name. */
export type SecretUsers = Pick<SecretId, 'connection'>;

/** What the question uses. */
export interface PickUsersServices {
  readonly prompts: Pick<Prompts, 'pick'>;
  /** The connections in the settings that can be used. */
  readonly usableConnections: () => readonly Connection[];
}

/**
 * Asks which connections use a secret. Where there is one connection or none, all do.
 * @param stored the secrets of the name that are stored
 * @param first the name of the connection that is offered first; else all are
 * @returns `undefined` when the user leaves
 */
export async function pickUsers(
  { prompts, usableConnections }: PickUsersServices,
  title: string,
  { stored = [], first }: { readonly stored?: readonly SecretId[]; readonly first?: string | undefined },
): Promise<SecretUsers | undefined> {
  const connections = usableConnections();
  if (connections.length < 2) return {};
  const all: Choice<SecretUsers> = {
    label: l10n.t('All Connections'),
    ...descriptionOf([isStored(stored, undefined)]),
    detail: l10n.t('Used by each connection that has no secret of this name.'),
    value: {},
  };
  const each = connections.map(({ name, region, production }): Choice<SecretUsers> => ({
    label: name,
    ...descriptionOf([region, production === true && l10n.t('production'), isStored(stored, name)]),
    value: { connection: name },
  }));
  const isFirst = ({ value }: Choice<SecretUsers>): boolean => first !== undefined && value.connection === first;
  return prompts.pick([...each.filter(isFirst), all, ...each.filter((choice) => !isFirst(choice))], {
    title,
    placeholder: l10n.t('Select the connection that uses the secret'),
  });
}

function isStored(stored: readonly SecretId[], connection: string | undefined): string | false {
  return stored.some((id) => id.connection === connection) && l10n.t('stored');
}

function descriptionOf(parts: readonly (string | false)[]): { readonly description?: string } {
  const description = parts.filter((part) => part !== false).join(' · ');
  return description === '' ? {} : { description };
}
