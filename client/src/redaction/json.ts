import { createScanner } from 'jsonc-parser';
import { SyntaxKind } from '../../../language/src/documents/parsing/syntaxKind.ts';

/**
 * Redacts the strings, numbers, and property names of a JSON text, and leaves everything else as written. A number
 * becomes a string where it is redacted.
 * @param json a valid JSON text
 * @param redact returns what is shown for the value of a string or name, or for a number as written
 */
export function redactJson(json: string, redact: (value: string, isName: boolean) => string): string {
  const scanner = createScanner(json, true);
  const parts: string[] = [];
  let end = 0;
  for (let kind: SyntaxKind = scanner.scan(); kind !== SyntaxKind.EOF; kind = scanner.scan()) {
    if (kind !== SyntaxKind.StringLiteral && kind !== SyntaxKind.NumericLiteral) continue;
    const offset = scanner.getTokenOffset();
    const tokenEnd = offset + scanner.getTokenLength();
    const value = scanner.getTokenValue();
    const shown = redact(value, kind === SyntaxKind.StringLiteral && isName(json, tokenEnd));
    if (shown === value) continue;
    parts.push(json.slice(end, offset), JSON.stringify(shown));
    end = tokenEnd;
  }
  return parts.join('') + json.slice(end);
}

/** Whether the string that ends here is the name of a property. */
function isName(json: string, end: number): boolean {
  const colon = /\s*:/y;
  colon.lastIndex = end;
  return colon.test(json);
}
