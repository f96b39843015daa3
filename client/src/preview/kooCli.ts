import * as l10n from '@vscode/l10n';
import type { JobRequest } from './jobRequest.ts';
import { quoted, setVariables, shellBody } from './shell.ts';

/** What KooCLI is told to call, and the name that its guide gives to the file for it. */
const operation = ['LakeFormation', 'CreateJobByInstance'] as const;
const inputFile = `${operation.join('_')}.json`;

/**
 * A request as commands for a POSIX shell: they write the input file of KooCLI and pass it on. The file has the parameters
 * by where they stand in the request, all of one place together (KooCLI User Guide, Passing API Parameters with JSON File).
 * KooCLI signs in with its own profile. Secrets come from shell variables that must be set.
 */
export function kooCliCommand({ connection, body }: JobRequest): string {
  const path = { project_id: connection.projectId, instance_id: connection.instanceId };
  const { variables, prelude, redirection, document } = shellBody([
    { kind: 'json', text: `{\n"path": ${JSON.stringify(path)},\n"body":\n` },
    ...body,
    { kind: 'json', text: '\n}' },
  ]);
  const required = variables.length === 0 ? '' : `: ${variables.map((name) => `"\${${name}:?}"`).join(' ')} &&\n`;
  return [
    variables.length === 0
      ? ''
      : `# ${setVariables(variables)}\n` + `# ${l10n.t('The file has their values in it: delete it afterwards.')}\n`,
    prelude,
    required,
    `(umask 077 && cat > ${inputFile}) ${redirection} &&\n`,
    document,
    `hcloud ${operation.join(' ')} --cli-region=${quoted(connection.region)} --cli-jsonInput=${inputFile}\n`,
  ].join('');
}
