import { commands } from 'vscode';

/** Opens the walkthrough of LakeFormation Jobs, as VS Code does for an extension that was installed just now. */
export async function activate() {
  await commands.executeCommand('workbench.action.openWalkthrough', 'lfjob.lakeformation-jobs#getStarted', false);
}
