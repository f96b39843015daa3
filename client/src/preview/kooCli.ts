import * as l10n from '@vscode/l10n';
import type { Action } from '../submit/submission.ts';
import { basisRemark } from './basisRemark.ts';
import { placeholders, type JobRequest } from './jobRequest.ts';
import { quoted, setVariables, shellBody } from './shell.ts';
import { joinNames } from '../../../language/src/joining.ts';

/**
 * The operations, by the names of their pages in the API reference (api-lakeformation/CreateJobByInstance.html and
 * UpdateJobByInstance.html). KooCLI calls operations by the names that they have in API Explorer (KooCLI Concepts), which are
 * those of the pages for other operations of LakeFormation; that it has these two isn't confirmed.
 */
const operations: Readonly<Record<Action['kind'], string>> = {
  create: 'CreateJobByInstance',
  update: 'UpdateJobByInstance',
};

const regionPlaceholder = '{region}';

/**
 * A request as commands for a POSIX shell: they write the input file of KooCLI and pass it on. The file groups the
 * parameters by their place in the request, and the name that the guide gives it (KooCLI User Guide, Passing API
 * Parameters with JSON File). KooCLI signs in with its own profile. Secrets come from shell variables that must be set.
 */
export function kooCliCommand({ connection, basis, action, body }: JobRequest): string {
  const operation = operations[action.kind];
  const inputFile = `LakeFormation_${operation}.json`;
  const { projectId, instanceId } = connection ?? placeholders;
  const path = {
    project_id: projectId,
    instance_id: instanceId,
    ...(action.kind === 'update' && { job_id: action.job.id }),
  };
  const { variables, prelude, redirection, document } = shellBody([
    { kind: 'json', text: `{\n"path": ${JSON.stringify(path)},\n"body":\n` },
    ...body,
    { kind: 'json', text: '\n}' },
  ]);
  const required = variables.length === 0 ? '' : `: ${variables.map((name) => `"\${${name}:?}"`).join(' ')} &&\n`;
  const remarks = [
    basisRemark(basis, connection),
    ...(connection === undefined
      ? [l10n.t('Replace: {0}', joinNames([regionPlaceholder, projectId, instanceId]))]
      : []),
    ...(variables.length === 0
      ? []
      : [setVariables(variables), l10n.t('The input file contains their values. Delete it afterwards.')]),
  ];
  return [
    ...remarks.map((remark) => `# ${remark}\n`),
    prelude,
    required,
    `(umask 077 && cat > ${inputFile}) ${redirection} &&\n`,
    document,
    `hcloud LakeFormation ${operation} --cli-region=${quoted(connection?.region ?? regionPlaceholder)} --cli-jsonInput=${inputFile}\n`,
  ].join('');
}
