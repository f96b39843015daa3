import * as l10n from '@vscode/l10n';
import { mask } from '../redaction/redaction.ts';
import type { JobRequest } from './jobRequest.ts';
import { quoted, shellBody } from './shell.ts';

/** The environment variable that the token comes from. */
const tokenVariable = 'LAKEFORMATION_TOKEN';

/** A request as a command for a POSIX shell. The token and all secrets come from environment variables that must be set. */
export function curlCommand({ method, url, headers, body }: JobRequest): string {
  const { variables, prelude, redirection, document } = shellBody(body);
  const required = [tokenVariable, ...variables];
  const headerArguments = Object.entries(headers).map(([name, value]) =>
    value === mask ? `"${name}: $${tokenVariable}"` : quoted(`${name}: ${value}`),
  );
  const command = [
    `curl --request ${method} ${quoted(url)}`,
    ...headerArguments.map((header) => `--header ${header}`),
    `--data-binary @- ${redirection}`,
  ];
  return [
    `# ${l10n.t('Set these environment variables first: {0}', required.join(', '))}\n`,
    prelude,
    `: ${required.map((name) => `"\${${name}:?}"`).join(' ')} &&\n`,
    `${command.join(' \\\n  ')}\n`,
    document,
  ].join('');
}
