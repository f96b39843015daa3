import type { Range } from 'vscode-languageserver-types';
import { parse } from '../../../language/src/documents/parse.ts';
import { rangeOf, type Span } from '../../../language/src/documents/range.ts';
import { diagnostics } from '../../../language/src/features/diagnostics.ts';
import { documentOf } from '../../support/cursor.ts';

/** A diagnostic without its words. */
export interface Report {
  readonly code: string;
  /** As in the Language Server Protocol: 1 for an error to 4 for a hint. */
  readonly severity: number | undefined;
  readonly range: Range;
}

/** The rule that reports each keyword of the schema. */
const codes: Readonly<Record<string, string>> = {
  required: 'missing-property',
  additionalProperties: 'unknown-property',
  type: 'wrong-type',
  enum: 'unknown-value',
  minLength: 'wrong-length',
  maxLength: 'wrong-length',
  pattern: 'wrong-form',
  minimum: 'out-of-range',
  maximum: 'out-of-range',
  maxItems: 'too-many-items',
};

/** The rules that report what only the value of another property asks for. */
const conditional = [
  'missing-block',
  'missing-source-property',
  'missing-peering-property',
  'missing-catalog-id',
  'schedule-without-frequency',
];

const severities: Readonly<Record<string, number>> = { error: 1, warning: 2, information: 3, hint: 4 };

/** What the editor reports of the schema's constraints, in the order of the text. */
export function reported(text: string): Report[] {
  const ofSchema = new Set<unknown>([...Object.values(codes), ...conditional]);
  return diagnostics(documentOf(text), parse(text))
    .filter(({ code }) => ofSchema.has(code))
    .map(({ code, severity, range }) => ({ code: String(code), severity, range }));
}

/** The report of a broken constraint, by its keyword or its own rule. @throws for a rule or severity that doesn't exist */
export function reportAt(text: string, span: Span, rule: string, severity: string): Report {
  const code = codes[rule] ?? conditional.find((name) => name === rule);
  const level = severities[severity];
  if (code === undefined || level === undefined) throw new Error(`Not a report: ${rule} ${severity}`);
  return { code, severity: level, range: rangeOf(documentOf(text), span) };
}
