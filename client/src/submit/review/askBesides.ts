import * as l10n from '@vscode/l10n';
import type { Prompts } from '../../prompts/prompts.ts';

/**
 * Asks in a list, which leaves what is shown below it to be scrolled. Its first row cancels.
 * @returns `undefined` when the user cancels
 */
export async function askBesides<T>(
  prompts: Prompts,
  title: string,
  actions: readonly { readonly kind: T; readonly title: string }[],
): Promise<T | undefined> {
  const choices = actions.map((action) => ({ label: action.title, value: action.kind }));
  return prompts.pick<T | undefined>([{ label: l10n.t('Cancel'), value: undefined }, ...choices], {
    title,
    placeholder: l10n.t('Scroll to see everything, then select what to do.'),
  });
}

/** The list covers as many lines of an editor. */
const coveredLines = 6;

/** Returns lines that repeat the question for where the list covers it, with a blank one at the end. */
export function coveredHeader(lines: readonly string[]): string[] {
  return [...lines, ...Array<string>(Math.max(1, coveredLines - lines.length)).fill('')];
}
