import * as l10n from '@vscode/l10n';
import { parse } from '../../../language/src/documents/parse.ts';
import { referenceTo } from '../../../language/src/documents/reference.ts';
import { destinationsIn } from '../../../language/src/secrets/destinations.ts';
import { redaction } from '../redaction/redaction.ts';
import { askForSecret, warnOfMemoryOnly } from './askForSecret.ts';
import { mayReadVariables, type AskForVariablesServices } from './askForVariables.ts';
import type { BodyError } from './errorsOf.ts';
import { referredIn, resolveReferences, type Referred } from './resolve.ts';
import type { Secrets } from './secrets.ts';
import type { Variables } from './variables.ts';

/** What filling in uses. */
export interface FillInServices extends AskForVariablesServices {
  readonly secrets: Secrets;
  readonly variables: Variables;
  /** The errors of a job whose references are filled in. */
  readonly errorsOf: (body: string) => Promise<readonly BodyError[]>;
}

/** A job as it is sent. */
export interface FilledIn {
  readonly body: string;
  /** The references that were filled in, as they stand in the document. */
  readonly references: readonly string[];
  /** The values of the secrets, which must not be shown. */
  readonly secrets: readonly string[];
}

/**
 * Fills the references of a job in and checks it again. What is missing is asked for by its name, or told. Environment
 * variables are read only where the user allows it.
 * @param uri the document
 * @returns `undefined` when nothing may be sent, after the user was told or left
 */
export async function fillIn(services: FillInServices, text: string, uri: string): Promise<FilledIn | undefined> {
  const referred = referredIn(text);
  const values = new Map<string, string>();
  const variables = referred.filter(({ kind }) => kind === 'env');
  if (variables.length > 0 && !services.variables.isBrowser) {
    if (!(await mayReadVariables(services, destinationsIn(parse(text, Infinity)), uri))) return undefined;
  }
  for (const reference of variables) {
    const value = services.variables.get(reference.name);
    if (value !== undefined) values.set(textOf(reference), value);
  }
  const unset = variables.filter((reference) => !values.has(textOf(reference)));
  if (unset.length > 0) {
    void services.prompts.error(unsetSentence(unset, services.variables.isBrowser));
    return undefined;
  }
  for (const reference of referred.filter(({ kind }) => kind === 'secret')) {
    const value = await secretFor(services, reference.name);
    if (value === undefined) return undefined;
    values.set(textOf(reference), value);
  }
  const resolved = resolveReferences(text, (reference) => values.get(textOf(reference)));
  if (resolved === undefined) {
    void services.prompts.error(
      l10n.t(
        'With its references filled in, the job is larger than 12 MB, which the service refuses. Nothing was sent: split the job.',
      ),
    );
    return undefined;
  }
  const { body, used, secrets } = resolved;
  const [error, ...others] = body === text ? [] : await services.errorsOf(body);
  if (error !== undefined) {
    // A sentence may repeat a value. One of a variable may be a secret too, so that none is shown here.
    void services.prompts.error(redaction([...values.values()])(errorSentence(error, others.length)));
    return undefined;
  }
  return { body, references: used.map(textOf), secrets };
}

/** The value that is kept for a secret, else the one that the user is asked for. */
async function secretFor({ prompts, secrets }: FillInServices, name: string): Promise<string | undefined> {
  const found = await secrets.get(name);
  if (found.kind === 'found') return found.value;
  const isLocked = found.kind === 'locked';
  const value = await askForSecret(
    prompts,
    name,
    isLocked
      ? l10n.t(
          'The secret storage of this computer failed, so what it has cannot be read. What you enter is kept until this window closes.',
        )
      : l10n.t('The job refers to it, and it is not stored yet. What you enter goes into the secret storage.'),
  );
  if (value === undefined) return undefined;
  // What cannot be read must not be written over.
  if (isLocked) secrets.remember(name, value);
  else if ((await secrets.set(name, value)) === 'memory') warnOfMemoryOnly(prompts, name);
  return value;
}

function unsetSentence(unset: readonly Referred[], isBrowser: boolean): string {
  const names = unset.map(({ name }) => name).join(', ');
  if (isBrowser) {
    return l10n.t(
      'The job refers to environment variables, which a browser does not have: {0}. Nothing was sent. Write {1} in their place, or submit it from VS Code on the desktop.',
      names,
      '${secret:NAME}',
    );
  }
  return unset.length === 1
    ? l10n.t(
        'The environment variable {0} is not set where VS Code was started, so nothing was sent. Set it there, close all windows of VS Code and start it again.',
        names,
      )
    : l10n.t(
        'The environment variables {0} are not set where VS Code was started, so nothing was sent. Set them there, close all windows of VS Code and start it again.',
        names,
      );
}

function errorSentence({ path, message }: BodyError, others: number): string {
  return others === 0
    ? l10n.t('With its references filled in, the job has an error at {0}, so it was not sent. {1}', path, message)
    : l10n.t(
        'With its references filled in, the job has {0} errors, so it was not sent. The first is at {1}. {2}',
        others + 1,
        path,
        message,
      );
}

function textOf({ kind, name }: Referred): string {
  return referenceTo(kind, name);
}
