import * as l10n from '@vscode/l10n';
import type { Prompts } from '../prompts/prompts.ts';
import { explainVariableParamsOf } from '../secrets/codeActionParams.ts';
import type { Variables } from '../secrets/variables.ts';

/** Says how the environment variable is set that a code action has put in the place of a secret. */
export function explainVariable(variables: Variables, prompts: Prompts): (target?: unknown) => void {
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
    } else if (variables.get(name) === undefined) {
      void prompts.warn(
        l10n.t(
          'The environment variable {0} is not set. Set it to what stood here, close all windows of VS Code and start it again. Undo brings it back.',
          name,
        ),
      );
    } else {
      void prompts.info(
        l10n.t(
          'The environment variable {0} is set. Look whether it has what stood here: undo brings that back.',
          name,
        ),
      );
    }
  };
}
