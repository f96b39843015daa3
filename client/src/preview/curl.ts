import { mask } from '../redaction/redaction.ts';
import type { JobRequest } from './jobRequest.ts';
import { quoted, setVariables, shellBody } from './shell.ts';

/** The shell variable that holds the token. */
const tokenVariable = 'LAKEFORMATION_TOKEN';

/**
 * Returns a request as a command for a POSIX shell. The token and all secrets come from shell variables that must be set.
 * Other users of the machine can list the arguments of every process, so curl reads what is secret from its standard input,
 * as a configuration: the header with the token and the body.
 */
export function curlCommand({ method, url, headers, body }: JobRequest): string {
  const { variables, prelude, redirection, document } = shellBody(body);
  const required = [tokenVariable, ...variables];
  const names = Object.keys(headers);
  const secretNames = names.filter((name) => headers[name] === mask);
  const command = [
    `curl_config ${redirection} | curl --request ${method} ${quoted(url)}`,
    ...names
      .filter((name) => !secretNames.includes(name))
      .map((name) => `--header ${quoted(`${name}: ${headers[name] ?? ''}`)}`),
    '--config -',
  ];
  return [
    `# ${setVariables(required)}\n`,
    prelude,
    curlConfig(secretNames.map((name) => `${name}: $${tokenVariable}`)),
    `: ${required.map((name) => `"\${${name}:?}"`).join(' ')} &&\n`,
    `${command.join(' \\\n  ')}\n`,
    document,
  ].join('');
}

/**
 * The function that writes some headers and the body in its standard input as a configuration of curl, where a value is in
 * quotes, on one line.
 */
function curlConfig(headers: readonly string[]): string {
  return String.raw`curl_config() {
  sed 's/["\\]/\\&/g; s/.*/header = "&"/' <<HEADERS
${headers.join('\n')}
HEADERS
  printf 'data-binary = "'
  LC_ALL=C sed 's/["\\]/\\&/g' | LC_ALL=C awk '{ printf "%s%s", $0, "\\n" }'
  printf '"\n'
}
`;
}
