import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { CodeAction, Range } from 'vscode-languageserver-types';
import type { Span } from '../../language/src/documents/range.ts';
import { jsonRules } from '../../language/src/rules/json/documentation.ts';
import { documentOf } from './cursor.ts';
import { actionsFor, afterAction } from './lightBulb.ts';

/** What a fix does to the document's content, by its title. */
export type FixKind =
  'repair' | 'comment' | 'insert' | 'remove' | 'rename' | 'replace' | 'change' | 'move' | 'place' | 'unwrap' | 'adapt';

/** A quick fix that is offered for a document, and the resulting document. */
export interface OfferedFix {
  readonly kind: FixKind;
  readonly title: string;
  /** The rule that it fixes. */
  readonly code: string;
  /** The place that it fixes. */
  readonly span: Span;
  /** The other places that its finding names. */
  readonly related: readonly Span[];
  readonly before: string;
  readonly after: string;
}

/** Every quick fix that is offered for a text, over the whole of it. */
export function offeredFixes(text: string): OfferedFix[] {
  const document = documentOf(text);
  return actionsFor(text).map((action) => offeredFix(document, action));
}

function offeredFix(document: TextDocument, action: CodeAction): OfferedFix {
  const [diagnostic] = action.diagnostics ?? [];
  if (diagnostic === undefined) throw new Error(`"${action.title}" mends nothing`);
  const { range, relatedInformation = [] } = diagnostic;
  const code = String(diagnostic.code);
  return {
    kind: kindOf(action.title, code),
    title: action.title,
    code,
    span: spanOf(document, range),
    related: relatedInformation.map(({ location }) => spanOf(document, location.range)),
    before: document.getText(),
    after: afterAction(document.getText(), action),
  };
}

/** What the titles promise. */
const kinds: readonly (readonly [RegExp, FixKind])[] = [
  [/^Insert /, 'insert'],
  [/^Remove /, 'remove'],
  [/^Rename to /, 'rename'],
  [
    /^Replace with |^Use the instance of connection |^Use the folder above |^Add double quotes$|^Correct the URL$|^Escape as |^Change to a reference /,
    'replace',
  ],
  [/^Change "/, 'change'],
  [/^Move before /, 'move'],
  [/^Wrap in |^Move into |^Move to the top level$/, 'place'],
  [/^Adapt the other properties /, 'adapt'],
  [/^Unwrap$|^Keep only the job$/, 'unwrap'],
];

function kindOf(title: string, code: string): FixKind {
  if (code === 'comment') return 'comment';
  if (Object.hasOwn(jsonRules, code) && code !== 'duplicate-property') return 'repair';
  const kind = kinds.find(([pattern]) => pattern.test(title))?.[1];
  if (kind === undefined) throw new Error(`What may "${title}" change? Say it in the list of kinds.`);
  return kind;
}

function spanOf(document: TextDocument, { start, end }: Range): Span {
  const offset = document.offsetAt(start);
  return { offset, length: document.offsetAt(end) - offset };
}
