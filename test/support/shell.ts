import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Runs a script with `curl` and `hcloud` replaced: they print what they are given, a configuration as curl reads it. */
export function run(script: string, env: Readonly<Record<string, string>>): string {
  const commands = `curl() { printf '%s\\n' "$@"; cat; }\nhcloud() { printf '%s\\n' "$@"; cat LakeFormation_*.json; }\n`;
  const folder = mkdtempSync(join(tmpdir(), 'shell-'));
  try {
    const output = execFileSync('sh', ['-c', commands + script], {
      env: { PATH: process.env.PATH, ...env },
      cwd: folder,
      encoding: 'utf8',
    });
    return output.replace(/^(?:header|data-binary) = "([^\n]*)"$/gm, (_, value: string) => unquoted(value));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** A value in quotes in a configuration of curl (curl man page, --config). */
function unquoted(value: string): string {
  const escapes = new Map([
    ['n', '\n'],
    ['r', '\r'],
    ['t', '\t'],
    ['v', '\v'],
  ]);
  return value.replace(/\\([^])/g, (_, escape: string) => escapes.get(escape) ?? escape);
}

/** The body in the output of a script: all from the first line that is a brace. */
export function bodyOf(output: string): unknown {
  return JSON.parse(output.slice(output.search(/^\{/m)));
}
