/**
 * The properties of the protocol's messages that keep their texts: they name things of the protocol, of the schema and
 * of the workspace. Every other text can have come out of a document, down to the single character that was typed.
 */
const namingProperties = new Set([
  'code',
  'command',
  'identifier',
  'jsonrpc',
  'kind',
  'languageId',
  'method',
  'section',
  'source',
  'trace',
  'type',
  'uri',
]);

const heading =
  /^(?:Sending|Received) (?:request|notification|response) '[\w$/]+(?: - \([\w-]+\))?'(?:\.| in \d+ms\.)(?: Processing request took \d+ms\.)?/;

/**
 * A piece of the trace of the language client without the texts in it: `… (123 characters)` replaces each, also what
 * can't be parsed. Methods, ids, URIs, versions, positions, kinds and codes stay.
 * @param piece what the client writes at once: a line on the message, below it in JSON what it contains; or all in JSON
 */
export function withoutTexts(piece: string): string {
  const [start = ''] = heading.exec(piece) ?? [];
  return start === '' ? jsonWithoutTexts(piece) : start + contentWithoutTexts(piece.slice(start.length));
}

/** What follows the heading: that the request failed, with a code of JSON-RPC or of the protocol, and the content. */
function contentWithoutTexts(rest: string): string {
  const failed = / Request failed: .*? \((-32\d{3})\)\.(?=\n|$)/sy.exec(rest);
  const failure = failed?.[1] === undefined ? '' : ` Request failed (${failed[1]}).`;
  const content = rest.slice(failed?.[0].length ?? 0);
  if (content === '' || /^\nNo (?:parameters provided|result returned)\.$/.test(content)) return failure + content;
  const [label = ''] = /^\n(?:Params|Result|Error data): /.exec(content) ?? [];
  return failure + (label === '' ? ' ' : label) + jsonWithoutTexts(content.slice(label.length));
}

function jsonWithoutTexts(json: string): string {
  try {
    // An element of an array has a number for its name.
    const shown = (name: string, value: unknown): unknown =>
      typeof value === 'string' && !namingProperties.has(name) ? leftOut(value) : value;
    const indentation = json.includes('\n') ? 4 : 0;
    return JSON.stringify(JSON.parse(json), shown, indentation);
  } catch {
    return leftOut(json);
  }
}

function leftOut(text: string): string {
  return `… (${text.length} characters)`;
}
