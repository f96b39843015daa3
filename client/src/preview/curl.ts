import { mask } from '../redaction/redaction.ts';
import { basisRemark } from './basisRemark.ts';
import type { JobRequest } from './jobRequest.ts';
import { quoted, setVariables, shellBody } from './shell.ts';

/** The shell variable that holds the token. */
const tokenVariable = 'LAKEFORMATION_TOKEN';

/** The shell variables for the placeholders of a URL. */
const placeholderVariables = [
  ['{endpoint}', 'LAKEFORMATION_ENDPOINT'],
  ['{project_id}', 'LAKEFORMATION_PROJECT_ID'],
  ['{instance_id}', 'LAKEFORMATION_INSTANCE_ID'],
] as const;

/**
 * Returns a request as a command for a POSIX shell. The token, all secrets, and the instance where no connection is selected
 * come from shell variables that must be set.
 * Other users of the machine can list the arguments of every process, so curl reads what is secret from its standard input,
 * as a configuration: the header with the token and the body.
 */
export function curlCommand(request: JobRequest): string {
  const { method, headers, body, basis, connection } = request;
  const { variables, prelude, redirection, document } = shellBody(body);
  const target = shellUrl(request);
  // A job may have a reference to one of these environment variables, too.
  const required = [...new Set([tokenVariable, ...target.variables, ...variables])];
  const names = Object.keys(headers);
  const secretNames = names.filter((name) => headers[name] === mask);
  const command = [
    `curl_config ${redirection} | curl --request ${method} ${target.url}`,
    ...names
      .filter((name) => !secretNames.includes(name))
      .map((name) => `--header ${quoted(`${name}: ${headers[name] ?? ''}`)}`),
    '--config -',
  ];
  return [
    `# ${basisRemark(basis, connection)}\n`,
    `# ${setVariables(required)}\n`,
    prelude,
    curlConfig(secretNames.map((name) => `${name}: $${tokenVariable}`)),
    `: ${required.map((name) => `"\${${name}:?}"`).join(' ')} &&\n`,
    `${command.join(' \\\n  ')}\n`,
    document,
  ].join('');
}

/** Returns the URL as an argument, and the shell variables that it has. */
function shellUrl({ connection, url }: JobRequest): { readonly url: string; readonly variables: readonly string[] } {
  if (connection !== undefined) return { url: quoted(url), variables: [] };
  const expanded = placeholderVariables.reduce(
    (text, [name, variable]) => text.replace(name, () => `$${variable}`),
    url,
  );
  return { url: `"${expanded}"`, variables: placeholderVariables.map(([, variable]) => variable) };
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
