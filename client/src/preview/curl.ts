import { mask } from '../redaction/redaction.ts';
import type { JobRequest } from './jobRequest.ts';
import { quoted, setVariables, shellBody } from './shell.ts';

/** The shell variable that holds the token. */
const tokenVariable = 'LAKEFORMATION_TOKEN';

/**
 * Returns a request as a command for a POSIX shell. The token and all secrets come from shell variables that must be set.
 * Other users of the machine can list the arguments of every process, so curl reads what is secret from here-documents:
 * the header with the token from file descriptor 3, and the body from standard input.
 */
export function curlCommand({ method, url, headers, body }: JobRequest): string {
  const { variables, prelude, redirection, document } = shellBody(body);
  const required = [tokenVariable, ...variables];
  const names = Object.keys(headers);
  const isSecret = (name: string): boolean => headers[name] === mask;
  const command = [
    `curl --request ${method} ${quoted(url)}`,
    ...names.filter((name) => !isSecret(name)).map((name) => `--header ${quoted(`${name}: ${headers[name] ?? ''}`)}`),
    '--header @/dev/fd/3',
    `--data-binary @- 3<<HEADERS ${redirection}`,
  ];
  return [
    `# ${setVariables(required)}\n`,
    prelude,
    `: ${required.map((name) => `"\${${name}:?}"`).join(' ')} &&\n`,
    `${command.join(' \\\n  ')}\n`,
    ...names.filter(isSecret).map((name) => `${name}: $${tokenVariable}\n`),
    'HEADERS\n',
    document,
  ].join('');
}
