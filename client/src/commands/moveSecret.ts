import * as l10n from '@vscode/l10n';
import type { Prompts } from '../prompts/prompts.ts';
import type { DocumentPlace } from '../editor/documents.ts';
import { moveSecretParamsOf, secretWritten } from '../secrets/codeActionParams.ts';
import { askForName, referenceToSecret } from '../secrets/secretName.ts';
import type { Secrets } from '../secrets/secrets.ts';
import type { Services } from '../services.ts';

/** What Move Secret uses. */
export interface MoveSecretServices extends Pick<Services, 'prompts' | 'secrets'> {
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
      void prompts.error(l10n.t('The document has changed meanwhile, so nothing was moved. Try it again.'));
      return;
    }
    const name = await nameFor(services, params.name, value);
    if (name === undefined) return;
    // Its only copy goes from the text when it is kept for good: memory would not do.
    if (!(await secrets.store(name, value))) {
      showStorageFailure(prompts);
      return;
    }
    if (!(await replaceAt(params, referenceToSecret(name)))) {
      void prompts.warn(
        l10n.t(
          'The secret is stored as {0}, but the document has changed meanwhile and was left as it is. Write {1} in its place.',
          name,
          referenceToSecret(name),
        ),
      );
      return;
    }
    void prompts.info(
      l10n.t(
        'The secret is stored as {0}. Save the document to have it out of the file; where the file was committed with it, change it.',
        name,
      ),
    );
  };
}

/** A name for a secret that the user agrees to; another secret of that name is replaced only when they say so. */
async function nameFor(
  { prompts, secrets }: MoveSecretServices,
  preset: string,
  value: string,
): Promise<string | undefined> {
  for (;;) {
    const name = await askForName(prompts, {
      title: l10n.t('Move to secret storage'),
      prompt: l10n.t('The name by which the job refers to it: {0}', '${secret:NAME}'),
      value: await freeName(secrets, preset, value),
    });
    if (name === undefined) return undefined;
    const there = await secrets.get(name);
    if (there.kind === 'locked') {
      // What cannot be read must not be written over.
      showStorageFailure(prompts);
      return undefined;
    }
    if (there.kind === 'missing' || there.value === value) return name;
    const [useAnother, replace] = [l10n.t('Use Another Name'), l10n.t('Replace')];
    const chosen = await prompts.choose({
      message: l10n.t('A different secret is already stored as {0}.', name),
      detail: l10n.t('If you replace it, its value is lost, and other jobs that refer to it get the new one.'),
      // The first button is the default one, which Enter presses. VS Code's own Cancel can't be that.
      actions: [useAnother, replace],
      isWarning: true,
    });
    if (chosen !== useAnother) return chosen === replace ? name : undefined;
  }
}

/** The preset name, or with a number behind it, under which there is no other secret. */
async function freeName(secrets: Secrets, preset: string, value: string): Promise<string> {
  for (let number = 1; ; number++) {
    const name = number === 1 ? preset : `${preset}_${number}`;
    const there = await secrets.get(name);
    if (there.kind !== 'found' || there.value === value) return name;
  }
}

function showStorageFailure(prompts: Prompts): void {
  void prompts.error(
    l10n.t(
      'The secret storage of this computer failed, so the text stays as it is. Unlock it and try again, or use an environment variable.',
    ),
  );
}
