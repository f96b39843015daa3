import * as l10n from '@vscode/l10n';
import { isReferenceName, referenceTo } from '../../../language/src/documents/reference.ts';
import type { Prompts } from '../prompts/prompts.ts';

/** Asks for the name of a secret, as references write it. `undefined` when the user leaves. */
export async function askForName(
  prompts: Prompts,
  { title, prompt, value }: { title: string; prompt: string; value: string },
): Promise<string | undefined> {
  const name = await prompts.input({ title, prompt, value, validate: (text) => nameProblem(text.trim()) });
  return name?.trim();
}

function nameProblem(name: string): string | undefined {
  if (name === '') return l10n.t('Enter a name, such as HIVE_PASSWORD.');
  return isReferenceName('secret', name)
    ? undefined
    : l10n.t(
        'A name starts with a letter or an underscore, and has only letters, digits, underscores, periods, and hyphens.',
      );
}

/** The reference to a secret in a job. */
export function referenceToSecret(name: string): string {
  return referenceTo('secret', name);
}
