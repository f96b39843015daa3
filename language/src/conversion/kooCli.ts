import { isObject } from '../documents/value.ts';
import { jobSchema } from '../generated/jobSchema.js';
import { typesOf, type Json } from '../schema/jsonSchema.ts';
import { propertySchema, subschemaAt } from '../schema/lookup.ts';
import { inputsOf } from './curl.ts';
import { indentedBy2, jobTextOf } from './jobText.ts';
import type { OtherFormat } from './otherFormat.ts';
import { shellCommands } from './shellWords.ts';

/**
 * Returns the job in a script that runs `hcloud`: the body in an input file that it writes, or the parameters of the command
 * (KooCLI User Guide, Passing API Parameters): names with periods, and elements of arrays counted from 1.
 */
export function kooCliCommand(text: string): OtherFormat | undefined {
  if (!/(?:^|[\n|&;])[ \t]*(?:[$>%][ \t]+)?hcloud\s/.test(text)) return undefined;
  const commands = shellCommands(text.replace(/^[ \t]*[$>%][ \t]+(?=hcloud)/gm, ''));
  const command = commands.find(({ words: [first] }) => first === 'hcloud');
  if (command === undefined) return undefined;
  const [input] = inputsOf(commands);
  return {
    kind: 'kooCli',
    job: input === undefined ? jobOfParameters(command.words) : jobTextOf(input),
    hasCredential: command.words.some((word) => /^--cli-(?:secret-key|security-token|access-key)\b/.test(word)),
  };
}

/** The segments of a name, more of which no parameter of a job has. */
const deepestName = 10;

function jobOfParameters(words: readonly string[]): string | undefined {
  const root: Tree = new Map();
  words.forEach((word, index) => {
    const [, name = '', glued] = /^--([\w.-]+)(?:=([^]*))?$/.exec(word) ?? [];
    const segments = name.split('.');
    const value = glued ?? words[index + 1];
    const isOfJob = propertySchema(jobSchema, segments[0] ?? '') !== undefined && segments.length <= deepestName;
    if (isOfJob && value !== undefined) put(root, segments, value);
  });
  return root.size === 0 ? undefined : indentedBy2(JSON.stringify(valueOf(root, [])));
}

/** The parameters by the segments of their names. */
type Tree = Map<string, Tree | string>;

function put(tree: Tree, [segment = '', ...rest]: readonly string[], value: string): void {
  if (rest.length === 0) {
    tree.set(segment, value);
    return;
  }
  const known = tree.get(segment);
  const inner = typeof known === 'object' ? known : new Map<string, Tree | string>();
  tree.set(segment, inner);
  put(inner, rest, value);
}

function valueOf(tree: Tree | string, path: readonly (string | number)[]): Json {
  if (typeof tree === 'string') return typed(tree, path);
  const entries = [...tree];
  if (entries.every(([name]) => /^\d+$/.test(name)))
    return entries.map(([, inner], index) => valueOf(inner, [...path, index]));
  return Object.fromEntries(entries.map(([name, inner]) => [name, valueOf(inner, [...path, name])]));
}

/** A parameter has no type of its own: the schema specifies which values aren't strings. */
function typed(text: string, path: readonly (string | number)[]): Json {
  const types = typesOf(subschemaAt(path) ?? {});
  if (types.length === 0 || types.includes('string')) return text;
  try {
    const value: Json = JSON.parse(text);
    const isContainer = types.includes('object') || types.includes('array');
    return isContainer && !isObject(value) && !Array.isArray(value) ? text : value;
  } catch {
    return text;
  }
}
