import * as l10n from '@vscode/l10n';
import type { Prompts } from '../prompts/prompts.ts';
import type { Secrets } from './secrets.ts';

/** Lets the user choose one of the secrets by its name; says so when there is none. */
export async function pickSecret(
  secrets: Secrets,
  prompts: Prompts,
  title: string,
  placeholder: string,
): Promise<string | undefined> {
  const names = await secrets.names();
  if (names.length === 0) {
    void prompts.info(l10n.t('No secret is stored. Set Secret keeps one.'));
    return undefined;
  }
  return prompts.pick(
    names.map((name) => ({ label: name, value: name })),
    { title, placeholder },
  );
}
