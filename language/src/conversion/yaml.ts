import { isObject } from '../documents/value.ts';
import { jobSchema } from '../generated/jobSchema.js';
import { propertySchema } from '../schema/lookup.ts';
import { indentedBy2 } from './jobText.ts';
import type { OtherFormat } from './otherFormat.ts';

/** Returns the value of a YAML document. @throws for another text */
export type ParseYaml = (text: string) => unknown;

/**
 * A longer text, in UTF-16 code units, isn't parsed: a job has a few kilobytes, and the parser compares each key with all
 * others of its mapping, and looks through all anchors for each alias.
 */
const longestParsed = 32 * 1024;

/** A job that is longer than this, in UTF-16 code units, has come from aliases that multiply. */
const longestJob = 128 * 1024;

/**
 * Loads the parser of YAML, which few users need, when it is needed first. It returns the value of the last text again
 * without parsing: several requests are about the same text.
 */
export async function loadYaml(): Promise<ParseYaml> {
  const { parse } = await import('yaml');
  let last: { readonly text: string; readonly valueOf: () => unknown } | undefined;
  return (text) => {
    if (last?.text !== text) last = { text, valueOf: outcomeOf(() => parse(text, options)) };
    return last.valueOf();
  };
}

/** What a pretty error quotes would be looked for in the whole line, for each of the errors. */
const options = { merge: true, logLevel: 'error', prettyErrors: false } as const;

/** Runs a function once, and returns another that returns or throws the same with every call. */
function outcomeOf(run: () => unknown): () => unknown {
  try {
    const value = run();
    return () => value;
  } catch (error) {
    return () => {
      throw error;
    };
  }
}

/** Returns the job in a text in YAML: a mapping with at least two of a job's required properties, a line each. */
export function yamlDocument(text: string, parseYaml: ParseYaml | undefined): OtherFormat | undefined {
  if (!isYaml(text)) return undefined;
  return { kind: 'yaml', job: parseYaml && jobOf(text, parseYaml), hasCredential: false };
}

/** Whether a text looks like a job in YAML. Reads the lines that aren't indented. */
function isYaml(text: string): boolean {
  const lines = text.match(/^[^\s#].*$/gm)?.filter((line) => !/^(?:---|\.\.\.)/.test(line)) ?? [];
  const keys = lines.map((line) => /^([\w-]+|"[\w-]+"|'[\w-]+')[ \t]*:(?:[ \t]+[^\s].*)?$/.exec(line.trimEnd())?.[1]);
  if (lines.some((line) => line.trimEnd().endsWith(',')) || keys.includes(undefined)) {
    return false;
  }
  const names = new Set(keys.map((key) => key?.replace(/["']/g, '')));
  return (jobSchema.required ?? []).filter((name) => propertySchema(jobSchema, name) && names.has(name)).length >= 2;
}

function jobOf(text: string, parseYaml: ParseYaml): string | undefined {
  if (text.length > longestParsed) return undefined;
  try {
    const value = parseYaml(text);
    return isObject(value) ? indentedBy2(jsonOf(value)) : undefined;
  } catch {
    return undefined;
  }
}

/** Returns a value as JSON. What an alias stands for is in it as often as the alias. @throws if the JSON is too long */
function jsonOf(value: object): string {
  let length = 0;
  return JSON.stringify(value, (name, inner: unknown) => {
    length += name.length + (typeof inner === 'string' ? inner.length : 1);
    if (length > longestJob) throw new RangeError('The job is too long.');
    return inner;
  });
}
