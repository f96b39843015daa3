import { hasCredential } from './headers.ts';
import { jobTextOf } from './jobText.ts';
import type { OtherFormat } from './otherFormat.ts';
import { shellCommands, type ShellCommand } from './shellWords.ts';

const dataOption = /^(?:--(?:data|data-raw|data-binary|data-ascii|json)(?:=([^]*))?|-d([^]*))$/;
const headerOption = /^(?:--header(?:=([^]*))?|-H([^]*))$/;

/** Returns the job in a script that runs curl: its data, or a here-document. `undefined` for another text. */
export function curlCommand(text: string): OtherFormat | undefined {
  // A prompt is copied along.
  if (!/(?:^|[\n|&;])[ \t]*(?:[$>%][ \t]+)?curl(?:\.exe)?\s/.test(text)) return undefined;
  const commands = shellCommands(asInShell(text).replace(/^[ \t]*[$>%][ \t]+(?=curl)/gm, ''));
  const curl = commands.find(({ words: [first = ''] }) => /^curl(?:\.exe)?$/.test(first));
  if (curl === undefined) return undefined;
  const data = [...optionValues(curl, dataOption), ...inputsOf(commands)].find((value) => /^\s*\{/.test(value));
  return {
    kind: 'curl',
    job: data === undefined ? undefined : jobTextOf(data),
    hasCredential:
      optionValues(curl, headerOption).some(hasCredential) || optionValues(curl, /^(?:--user|-u)$/).length > 0,
  };
}

/**
 * Returns a script with the line continuations of a POSIX shell in place of those of Windows: `^`, or a backtick in
 * PowerShell. Escapes with `^`, which browsers copy, are removed.
 */
function asInShell(script: string): string {
  const isPrompt = /[ \t]\^\r?\n/.test(script);
  const unescaped = isPrompt && script.includes('^"') ? script.replace(/\^(?=[^\r\n])/g, '') : script;
  return unescaped.replace(isPrompt ? /\^(\r?\n)/g : /(?<=[ \t])`(\r?\n)/g, '\\$1');
}

/** Returns the here-documents of commands that begin with an object. */
export function inputsOf(commands: readonly ShellCommand[]): string[] {
  return commands.flatMap(({ input = '' }) => (input.trimStart().startsWith('{') ? [input] : []));
}

/** The values of an option that is written `--name value`, `--name=value`, `-n value`, or `-nvalue`. */
function optionValues({ words }: ShellCommand, option: RegExp): string[] {
  return words.flatMap((word, index) => {
    const match = option.exec(word);
    if (match === null) return [];
    const [, long, short] = match;
    const glued = long ?? (short === '' ? undefined : short);
    const value = glued ?? words[index + 1];
    return value === undefined ? [] : [value];
  });
}
