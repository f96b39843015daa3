import * as l10n from '@vscode/l10n';
import type { Prompts } from '../prompts/prompts.ts';
import type { ConnectionChoice } from '../connections/choice.ts';
import type { DocumentPlace } from '../editor/documents.ts';
import { moveSecretParamsOf, secretWritten } from '../secrets/codeActionParams.ts';
import { pickUsers } from '../secrets/pickUsers.ts';
import { usersOf, type SecretId } from '../secrets/secretId.ts';
import { askForName, referenceToSecret } from '../secrets/secretName.ts';
import type { Found, Secrets } from '../secrets/secrets.ts';
import type { Services } from '../services.ts';

/** What Move Secret uses. */
export interface MoveSecretServices extends Pick<Services, 'prompts' | 'secrets' | 'usableConnections'> {
  /** The connection in force for a document. */
  readonly connections: Pick<ConnectionChoice, 'known'>;
  /** The text at a place; `undefined` when the document has changed since. */
  readonly textAt: (place: DocumentPlace) => string | undefined;
  /** Puts another text at a place; `false` when the document has changed since, and nothing is done. */
  readonly replaceAt: (place: DocumentPlace, text: string) => Promise<boolean>;
}

/**
 * Moves a secret out of a document: keeps it in the secret storage, and only then writes a reference in its place. A
 * code action of the language server runs it.
 */
export function moveSecret(services: MoveSecretServices): (target?: unknown) => Promise<void> {
  return async (target) => {
    const { prompts, secrets, textAt, replaceAt } = services;
    const params = moveSecretParamsOf(target);
    const source = params && textAt(params);
    const value = source === undefined ? undefined : secretWritten(source);
    if (params === undefined || value === undefined) {
      void prompts.error(l10n.t('Couldn’t move the secret: the document has changed. Try again.'));
      return;
    }
    const id = await secretFor(services, params, value);
    if (id === undefined) return;
    const { name } = id;
    // Its only copy goes from the text when it is kept for good: memory isn't enough.
    if (!(await secrets.store(id, value))) {
      showStorageFailure(prompts);
      return;
    }
    if (!(await replaceAt(params, referenceToSecret(name)))) {
      void prompts.warn(
        l10n.t(
          'Stored as {0}, but the document has changed and wasn’t edited. Replace the plain text with {1}.',
          name,
          referenceToSecret(name),
        ),
      );
      return;
    }
    const sentence = l10n.t(
      'Stored as {0}. Save the file to remove the plain text. If it was ever committed, rotate the secret.',
      id.connection === undefined ? name : `${name} (${usersOf(id)})`,
    );
    void prompts.info(sentence);
  };
}

/** Asks where there are several connections which of them use the secret, and for its name. */
async function secretFor(
  services: MoveSecretServices,
  { uri, name: preset }: { readonly uri: string; readonly name: string },
  value: string,
): Promise<SecretId | undefined> {
  const own = services.connections.known(uri)?.name;
  const users = await pickUsers(services, title(), { first: own });
  if (users === undefined) return undefined;
  // A secret for all connections is of no use where the document's connection has another one.
  const usersToCheck = users.connection === undefined && own !== undefined ? [users, { connection: own }] : [users];
  const idsOf = (name: string): SecretId[] => usersToCheck.map((one) => ({ name, ...one }));
  const name = await nameFor(services, preset, value, idsOf);
  return name === undefined ? undefined : { name, ...users };
}

/**
 * A name for a secret that the user agrees to; another secret of that name is replaced only when they say so.
 * @param idsOf the secret that would be stored under a name, and the one that would be used instead of it
 */
async function nameFor(
  { prompts, secrets }: MoveSecretServices,
  preset: string,
  value: string,
  idsOf: (name: string) => readonly SecretId[],
): Promise<string | undefined> {
  for (;;) {
    const name = await askForName(prompts, {
      title: title(),
      prompt: l10n.t('Name of the secret, used in references: {0}', '${secret:NAME}'),
      value: await freeName(secrets, preset, value, idsOf),
    });
    if (name === undefined) return undefined;
    const there = await Promise.all(idsOf(name).map(async (id) => secrets.get(id)));
    if (there.some(({ kind }) => kind === 'locked')) {
      // What can't be read must not be written over.
      showStorageFailure(prompts);
      return undefined;
    }
    const [stored, preferred] = there.map((found) => isAnother(found, value));
    if (stored !== true && preferred !== true) return name;
    const [useAnother, replace] = [l10n.t('Use Another Name'), l10n.t('Replace')];
    const connection = idsOf(name).at(-1)?.connection ?? '';
    const question =
      preferred === true
        ? {
            message: l10n.t('Connection "{1}" has a different secret {0}.', name, connection),
            detail: l10n.t('It would use that one instead of the secret of all connections.'),
            actions: [useAnother],
          }
        : {
            message: l10n.t('A different secret is already stored as {0}.', name),
            detail: l10n.t(
              'Replacing it changes the secret for all jobs that refer to it. The previous value is lost.',
            ),
            // The first button is the default one, which Enter presses. VS Code's own Cancel can't be that.
            actions: [useAnother, replace],
          };
    const chosen = await prompts.choose({ ...question, isWarning: true });
    if (chosen !== useAnother) return chosen === replace ? name : undefined;
  }
}

/** The preset name, or with a number behind it, under which there is no other secret. */
async function freeName(
  secrets: Secrets,
  preset: string,
  value: string,
  idsOf: (name: string) => readonly SecretId[],
): Promise<string> {
  for (let number = 1; ; number++) {
    const name = number === 1 ? preset : `${preset}_${number}`;
    const there = await Promise.all(idsOf(name).map(async (id) => secrets.get(id)));
    if (!there.some((found) => isAnother(found, value))) return name;
  }
}

function isAnother(found: Found, value: string): boolean {
  return found.kind === 'found' && found.value !== value;
}

function title(): string {
  return l10n.t('Move to Secret Storage');
}

function showStorageFailure(prompts: Prompts): void {
  void prompts.error(
    l10n.t(
      'Couldn’t store the secret: the secret storage failed. Unlock it and try again, or use an environment variable.',
    ),
  );
}
