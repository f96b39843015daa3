import * as l10n from '@vscode/l10n';
import { parse } from '../../../language/src/documents/parse.ts';
import { referenceTo } from '../../../language/src/documents/reference.ts';
import { destinationsIn } from '../../../language/src/secrets/destinations.ts';
import { NotReadyError } from '../failures/notReadyError.ts';
import { redaction } from '../redaction/redaction.ts';
import type { Connection } from '../connections/connection.ts';
import { askForSecret, warnOfMemoryOnly } from './askForSecret.ts';
import { askForVariables, type AskForVariablesServices } from './askForVariables.ts';
import type { BodyError } from './errorsOf.ts';
import type { SecretId } from './secretId.ts';
import { referredIn, resolveReferences, type Referred } from './resolve.ts';
import type { Secrets } from './secrets.ts';
import type { Variables } from './variables.ts';
import { joinNames } from '../../../language/src/joining.ts';

/** What filling in uses. */
export interface FillInServices extends AskForVariablesServices {
  readonly secrets: Secrets;
  readonly variables: Variables;
  /** The connections in the settings that can be used. */
  readonly usableConnections: () => readonly Connection[];
  /** The errors of a job with its references filled in. */
  readonly errorsOf: (body: string) => Promise<readonly BodyError[]>;
}

/** A job as sent. */
export interface FilledIn {
  readonly body: string;
  /** The references that were filled in, as written in the document. */
  readonly references: readonly string[];
  /** The values of the secrets, which must not be shown. */
  readonly secrets: readonly string[];
  /** The names of the secrets that are those of all connections, where there are several. */
  readonly sharedSecrets: readonly string[];
}

/** The document that a job is in, and where it is sent. */
export interface FillInTarget {
  /** The URI of the document. */
  readonly uri: string;
  /** The name of the connection, which may have secrets of its own. */
  readonly connection: string;
}

/**
 * Fills the references of a job in and checks it again. What is missing is asked for by its name, or reported. Environment
 * variables are read only where the user allows it.
 * @returns `undefined` when the user leaves
 * @throws NotReadyError
 */
export async function fillIn(
  services: FillInServices,
  text: string,
  { uri, connection }: FillInTarget,
): Promise<FilledIn | undefined> {
  const referred = referredIn(text);
  const values = new Map<string, string>();
  const variables = referred.filter(({ kind }) => kind === 'env');
  if (variables.length > 0 && !services.variables.isBrowser) {
    await askForVariables(services, destinationsIn(parse(text, Infinity)), uri);
  }
  for (const reference of variables) {
    const value = services.variables.get(reference.name);
    if (value !== undefined) values.set(textOf(reference), value);
  }
  const unset = variables.filter((reference) => !values.has(textOf(reference)));
  if (unset.length > 0) throw new NotReadyError(unsetSentence(unset, services.variables.isBrowser));
  const sharedSecrets: string[] = [];
  for (const reference of referred.filter(({ kind }) => kind === 'secret')) {
    const secret = await secretFor(services, reference.name, connection);
    if (secret === undefined) return undefined;
    values.set(textOf(reference), secret.value);
    if (secret.isShared) sharedSecrets.push(reference.name);
  }
  const resolved = resolveReferences(text, (reference) => values.get(textOf(reference)));
  if (resolved === undefined) {
    throw new NotReadyError(
      l10n.t(
        'Not submitted: with references replaced, the job is larger than 12 MB, the limit of the service. Split the job.',
      ),
    );
  }
  const { body, used, secrets } = resolved;
  const [error, ...others] = body === text ? [] : await services.errorsOf(body);
  if (error !== undefined) {
    // A sentence may repeat a value. One of a variable may be a secret too, so that none is shown here.
    throw new NotReadyError(redaction([...values.values()])(errorSentence(error, others.length)));
  }
  return { body, references: used.map(textOf), secrets, sharedSecrets };
}

/** The value of a secret for a connection, and whether it is that of all connections, where there are several. */
interface SecretValue {
  readonly value: string;
  readonly isShared: boolean;
}

/** The value that is kept for a secret, else the one that the user is asked for. */
async function secretFor(
  { prompts, secrets, usableConnections }: FillInServices,
  name: string,
  connection: string,
): Promise<SecretValue | undefined> {
  const found = await secrets.getFor(connection, name);
  const areSeveral = usableConnections().length > 1;
  if (found.kind === 'found') return { value: found.value, isShared: found.isShared && areSeveral };
  const isLocked = found.kind === 'locked';
  // What is entered for one connection isn't sent to another one.
  const id: SecretId = areSeveral ? { name, connection } : { name };
  const value = await askForSecret(prompts, id, missingSentence(id, isLocked));
  if (value === undefined) return undefined;
  // What can't be read must not be written over.
  if (isLocked) secrets.remember(id, value);
  else if ((await secrets.set(id, value)) === 'memory') warnOfMemoryOnly(prompts, name);
  return { value, isShared: false };
}

function missingSentence({ connection }: SecretId, isLocked: boolean): string {
  if (isLocked) return l10n.t('The secret storage failed. The value you enter is kept until this window closes.');
  return connection === undefined
    ? l10n.t('Value of the secret, which isn’t stored yet. It’s kept in the secret storage.')
    : l10n.t(
        'Value of the secret, which isn’t stored yet. It’s kept in the secret storage, for connection "{0}" only.',
        connection,
      );
}

function unsetSentence(unset: readonly Referred[], isBrowser: boolean): string {
  const names = joinNames(unset.map(({ name }) => name));
  if (isBrowser) {
    return l10n.t(
      'Not submitted: the browser has no environment variables ({0}). Use {1} instead, or submit from VS Code for the desktop.',
      names,
      '${secret:NAME}',
    );
  }
  return unset.length === 1
    ? l10n.t('Not submitted: environment variable {0} isn’t set. Set it, then restart VS Code.', names)
    : l10n.t('Not submitted: environment variables {0} aren’t set. Set them, then restart VS Code.', names);
}

function errorSentence({ path, message }: BodyError, others: number): string {
  return others === 0
    ? l10n.t('Not submitted: with references replaced, the job has an error at {0}. {1}', path, message)
    : l10n.t(
        'Not submitted: with references replaced, the job has {0} errors. The first is at {1}. {2}',
        others + 1,
        path,
        message,
      );
}

function textOf({ kind, name }: Referred): string {
  return referenceTo(kind, name);
}
