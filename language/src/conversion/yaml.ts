import { isObject } from '../documents/value.ts';
import { jobSchema } from '../generated/jobSchema.js';
import { propertySchema } from '../schema/lookup.ts';
import { indentedBy2 } from './jobText.ts';
import type { OtherFormat } from './otherFormat.ts';

/** Returns the value of a YAML document. @throws for another text */
export type ParseYaml = (text: string) => unknown;

/** A longer text, in UTF-16 code units, isn't parsed: a job has a few kilobytes. */
const longestParsed = 256 * 1024;

/** Loads the parser of YAML, which few users need, when it is needed first. */
export async function loadYaml(): Promise<ParseYaml> {
  const { parse } = await import('yaml');
  return (text) => {
    const value: unknown = parse(text, { merge: true, logLevel: 'error' });
    return value;
  };
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
    return isObject(value) ? indentedBy2(JSON.stringify(value)) : undefined;
  } catch {
    return undefined;
  }
}
