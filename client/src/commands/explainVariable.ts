import * as l10n from '@vscode/l10n';
import type { Prompts } from '../prompts/prompts.ts';
import { explainVariableParamsOf } from '../secrets/codeActionParams.ts';
import type { Variables } from '../secrets/variables.ts';

/**
 * Shows how to set the environment variable that a code action has put in the place of a secret. Whether it is set already
 * isn't said: to look takes a permission.
 */
export function explainVariable(variables: Pick<Variables, 'isBrowser'>, prompts: Prompts): (target?: unknown) => void {
  return (target) => {
    const { name } = explainVariableParamsOf(target) ?? {};
    if (name === undefined) return;
    if (variables.isBrowser) {
      void prompts.warn(
        l10n.t(
          'A browser has no environment variables: submit the job from VS Code on the desktop, with {0} set to what stood here. Undo brings it back.',
          name,
        ),
      );
      return;
    }
    void prompts.info(
      l10n.t(
        'Set the environment variable {0} to the value that was here, close all windows of VS Code, and start it again. Undo brings the value back.',
        name,
      ),
    );
  };
}
