import { parse } from '../documents/parse.ts';
import { objectInCode } from './code.ts';
import { curlCommand } from './curl.ts';
import { httpMessage } from './httpRequest.ts';
import { kooCliCommand } from './kooCli.ts';
import { markdownFence } from './markdown.ts';
import type { OtherFormat } from './otherFormat.ts';
import { responseProperties, withoutResponseProperties } from './response.ts';
import { loadYaml, yamlDocument, type ParseYaml } from './yaml.ts';

/** A longer text, in UTF-16 code units, isn't looked at: what people paste has some kilobytes. */
const longestText = 1024 * 1024;

/**
 * Recognizes a text that has a job in another format: a cURL or KooCLI command, an HTTP message, code, a Markdown code block,
 * or YAML. Returns `undefined` for all other texts, and for every text that begins like JSON, whatever mistakes are in it.
 * Takes time in proportion to the text.
 * @param parseYaml without it, YAML is recognized but not converted
 */
export function otherFormatOf(text: string, parseYaml?: ParseYaml): OtherFormat | undefined {
  if (text.length > longestText || beginsLikeJson(text)) return undefined;
  const formatOf = (inner: string): OtherFormat | undefined =>
    beginsLikeJson(inner)
      ? undefined
      : (httpMessage(inner) ??
        kooCliCommand(inner) ??
        curlCommand(inner) ??
        objectInCode(inner) ??
        yamlDocument(inner, parseYaml));
  return markdownFence(text, formatOf) ?? formatOf(text);
}

/** Whether the parser of YAML may find the job in a text. */
export function needsYaml(text: string): boolean {
  const found = otherFormatOf(text);
  return found !== undefined && found.job === undefined;
}

/** Like {@link otherFormatOf}, also for the response of the API, which is JSON. Loads the parser of YAML where it is needed. */
export async function jobInText(text: string): Promise<OtherFormat | undefined> {
  const found = otherFormatOf(text);
  if (found) return found.job === undefined ? otherFormatOf(text, await loadYaml()) : found;
  if (text.length > longestText) return undefined;
  const isResponse = responseProperties(parse(text)).length > 0;
  return isResponse ? { kind: 'response', job: withoutResponseProperties(text), hasCredential: false } : undefined;
}

/** Whether a text begins with a bracket or quote, or has nothing, behind white space and comments. */
function beginsLikeJson(text: string): boolean {
  const start = /^(?:\s+|\/\/[^\n]*|\/\*[^]*?\*\/)*/.exec(text)?.[0].length ?? 0;
  return start === text.length || '{}[]"\'“”‘’,:'.includes(text.charAt(start));
}
