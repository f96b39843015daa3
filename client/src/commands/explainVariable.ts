import * as l10n from '@vscode/l10n';
import type { Prompts } from '../prompts/prompts.ts';
import { explainVariableParamsOf } from '../secrets/codeActionParams.ts';
import type { Variables } from '../secrets/variables.ts';

/**
 * Shows how to set the environment variable that a code action has put in the place of a secret. Whether it is set
 * already isn't shown: reading it requires permission.
 */
export function explainVariable(variables: Pick<Variables, 'isBrowser'>, prompts: Prompts): (target?: unknown) => void {
  return (target) => {
    const { name } = explainVariableParamsOf(target) ?? {};
    if (name === undefined) return;
    if (variables.isBrowser) {
      void prompts.warn(
        l10n.t(
          'The browser has no environment variables. Submit the job from VS Code for the desktop, with {0} set to the replaced value. To restore it, run Undo.',
          name,
        ),
      );
      return;
    }
    void prompts.info(
      l10n.t(
        'Set the environment variable {0} to the replaced value, then restart VS Code. To restore the value, run Undo.',
        name,
      ),
    );
  };
}
