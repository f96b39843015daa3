import * as l10n from '@vscode/l10n';
import type { BodyPart } from './bodyParts.ts';
import { joinNames } from '../../../language/src/joining.ts';

/** A text for a POSIX shell, in which nothing is expanded. */
export function quoted(text: string): string {
  return `'${text.replaceAll("'", String.raw`'\''`)}'`;
}

/** The sentence above a command that needs shell variables. */
export function setVariables(names: readonly string[]): string {
  return l10n.t('Set these shell variables first, without exporting them: {0}', joinNames(names));
}

/**
 * The function that writes its argument as JSON writes a string, without the quotes. It goes through standard input: what
 * other users of the machine can list, arguments and environments, doesn't have it. The line break at the end of the
 * here-document ends the last line, so that the value's own line breaks are all written. Works on characters, since
 * implementations of awk differ in how they replace backslashes.
 */
const jsonText = String.raw`json_text() {
  LC_ALL=C awk 'BEGIN {
    for (code = 1; code < 32; code++) escape[sprintf("%c", code)] = sprintf("\\u%04x", code)
    escape["\""] = "\\\""
    escape["\\"] = "\\\\"
  }
  {
    if (NR > 1) printf "\\n"
    size = length($0)
    for (at = 1; at <= size; at++) {
      character = substr($0, at, 1)
      printf "%s", (character in escape) ? escape[character] : character
    }
  }' <<TEXT
$1
TEXT
}
`;

/** A body for a shell, and the shell variables that it has for secrets and references. */
export interface ShellBody {
  readonly variables: readonly string[];
  /** Functions that the here-document calls; empty, or lines with their ends. */
  readonly prelude: string;
  /** `<<` and the word that ends the here-document. */
  readonly redirection: string;
  /** The lines after the command's. */
  readonly document: string;
}

/**
 * Returns a body as a here-document: quoted, so that the shell leaves it alone, unless it has secrets or references.
 * Those become shell variables, and the shell writes their values as JSON.
 */
export function shellBody(body: readonly BodyPart[]): ShellBody {
  const names = variableNames(body);
  const isExpanded = names.size > 0;
  const shown = (part: BodyPart): string => {
    if (part.kind === 'json') return isExpanded ? unexpanded(part.text) : part.text;
    const variable = `$${names.get(keyOf(part)) ?? ''}`;
    return isString(part) ? `$(json_text "${variable}")` : variable;
  };
  const text = body.map(shown).join('');
  const end = delimiterFor(text);
  return {
    variables: [...names.values()],
    prelude: isExpanded ? jsonText : '',
    redirection: isExpanded ? `<<${end}` : `<<'${end}'`,
    document: `${text}\n${end}\n`,
  };
}

/** Escapes what would be expanded in a here-document. */
function unexpanded(text: string): string {
  return text.replace(/[\\$`]/g, String.raw`\$&`);
}

/** A word that isn't a line of the text. */
function delimiterFor(text: string): string {
  const lines = new Set(text.split(/\r?\n/));
  let delimiter = 'JSON';
  for (let number = 2; lines.has(delimiter); number++) delimiter = `JSON_${number}`;
  return delimiter;
}

type Hole = Exclude<BodyPart, { kind: 'json' }>;

function isString(hole: Hole): boolean {
  return hole.kind !== 'literal' || hole.isQuoted;
}

function keyOf(hole: Hole): string {
  return JSON.stringify([hole.kind, hole.kind === 'literal' ? hole.value : hole.name, isString(hole)]);
}

/** A variable for each value: an environment reference's own name, and one that begins with SECRET_ for a secret. */
function variableNames(body: readonly BodyPart[]): Map<string, string> {
  const holes = body.filter((part) => part.kind !== 'json');
  const names = new Map<string, string>();
  const taken = new Set<string>();
  const counts = new Map<string, number>();
  // The names of environment references are fixed, so they come first.
  for (const hole of [...holes].sort((left, right) => Number(right.kind === 'env') - Number(left.kind === 'env'))) {
    if (names.has(keyOf(hole))) continue;
    const wanted = wantedName(hole);
    let number = counts.get(wanted) ?? 1;
    let name = number === 1 ? wanted : `${wanted}_${number}`;
    while (taken.has(name)) name = `${wanted}_${++number}`;
    counts.set(wanted, number + 1);
    taken.add(name);
    names.set(keyOf(hole), name);
  }
  return names;
}

function wantedName(hole: Hole): string {
  switch (hole.kind) {
    case 'env':
      return hole.name;
    case 'secret':
      return `SECRET_${hole.name.replace(/\W/g, '_')}`;
    case 'literal':
      return `SECRET_${hole.property.replace(/\W/g, '_')}`.toUpperCase();
  }
}
