import * as l10n from '@vscode/l10n';
import type { Edit } from 'jsonc-parser';
import { withItsSpace } from '../../documents/edits/containerEdits.ts';
import { maximumDepth } from '../../documents/limits.ts';
import type { ParsedDocument, Refusal } from '../../documents/parse.ts';
import type { SyntaxProblem, SyntaxProblemKind } from '../../documents/parsing/problems.ts';
import type { Span } from '../../documents/range.ts';
import type { DiagnosticCode, RuleCode } from '../catalogue.ts';
import type { Finding, Fix } from '../findings/finding.ts';
import { isNearSecret } from '../../secrets/hidden.ts';
import { quotable } from '../findings/quotable.ts';

/** The rule of each problem. */
const codes: Readonly<Record<SyntaxProblemKind, RuleCode>> = {
  comment: 'comment',
  'open-comment': 'comment',
  'surplus-comma': 'surplus-comma',
  'missing-comma': 'missing-comma',
  'other-quotes': 'other-quotes',
  'bare-word': 'unquoted-text',
  'byte-order-mark': 'byte-order-mark',
  'look-alike': 'look-alike-character',
  'open-bracket': 'open-bracket',
  'mismatched-bracket': 'mismatched-bracket',
  'missing-colon': 'missing-colon',
  'missing-value': 'missing-value',
  'missing-name': 'invalid-json',
  'open-text': 'invalid-json',
  'wrong-escape': 'wrong-escape',
  'control-character': 'wrong-escape',
  stray: 'invalid-json',
  'after-end': 'invalid-json',
};

/** What keeps a text from being JSON, or from being looked at. */
export function jsonFindings({ text, problems, refusal }: ParsedDocument): Finding[] {
  if (refusal !== undefined) return [refused(refusal, text)];
  const quotes = problems.filter(({ kind }) => kind === 'other-quotes');
  const others = quotes.length > 1 ? problems.filter(({ kind }) => kind !== 'other-quotes') : problems;
  return [
    ...(quotes.length > 1 ? [otherQuotes(quotes)] : []),
    ...others.map((problem) => jsonFinding(problem, text)),
    ...surrogateFindings(text),
  ];
}

/** Who writes one string in other quotes writes them all so: one problem, and one fix for all. */
function otherQuotes(problems: readonly SyntaxProblem[]): Finding {
  const [{ offset, length } = { offset: 0, length: 0 }] = problems;
  return {
    code: 'other-quotes',
    message: () => l10n.t('JSON requires double quotes. {0} strings have other quotes.', problems.length),
    span: { offset, length },
    fixes: () => [
      {
        title: l10n.t('Use double quotes'),
        edits: () => problems.flatMap(({ edit }) => edit ?? []),
        isPreferred: true,
        isSafe: true,
      },
    ],
  };
}

function refused(refusal: Refusal, text: string): Finding {
  const span = { offset: 0, length: Math.max(0, text.search(/[\r\n]|$/)) };
  switch (refusal) {
    case 'empty':
      return {
        code: 'empty-document',
        message: () => l10n.t('The document is empty. A job is one JSON object: type "lf" and accept a snippet.'),
        span,
      };
    case 'too-large':
      return {
        code: 'too-large',
        message: () => l10n.t('The document is larger than 12 MB, which the service refuses. Split the job.'),
        span,
      };
    case 'too-deep':
      return {
        code: 'too-deep',
        message: () =>
          l10n.t('The document has more than {0} levels of brackets and is not checked. A job has six.', maximumDepth),
        span,
      };
  }
}

function jsonFinding(problem: SyntaxProblem, text: string): Finding {
  const { kind, offset, length, edit } = problem;
  const written = (): string => text.slice(offset, offset + length);
  return {
    code: codes[kind],
    message: () => (isHidden(problem, text) ? hiddenMessageOf(problem, written()) : messageOf(problem, written())),
    span: { offset, length },
    ...(edit && {
      fixes: () => [
        fixOf(problem, written(), isHidden(problem, text) && edit.length > 0 ? '' : edit.content, () => [
          isComment(kind) ? commentRemoval(text, edit) : edit,
        ]),
      ],
    }),
  };
}

/** Whether what stands there may be a secret. A reference to one is shown. */
function isHidden({ offset, length, edit }: SyntaxProblem, text: string): boolean {
  return !/^"\$\{(?:secret|env):[\w.-]*\}"$/.test(edit?.content ?? '') && isNearSecret(text, offset, length);
}

/** A name that has no value, without its colon. */
function withoutColon(written: string): string {
  return written.endsWith(':') ? written.slice(0, -1).trimEnd() : written;
}

/** Where a secret may stand, what stands there is not said. */
function hiddenMessageOf(problem: SyntaxProblem, written: string): string {
  switch (problem.kind) {
    case 'other-quotes':
      return l10n.t('JSON knows double quotes only. Replace these.');
    case 'bare-word':
      return l10n.t('This is no JSON value. Put text in double quotes; bare words are true, false, null and numbers.');
    default:
      return messageOf(problem, written);
  }
}

function messageOf({ kind, edit }: SyntaxProblem, written: string): string {
  switch (kind) {
    case 'comment':
      return l10n.t('The service does not accept comments. Remove it, or move it to "description".');
    case 'open-comment':
      return l10n.t('The comment has no end, and the service does not accept comments. Remove it.');
    case 'surplus-comma':
      return l10n.t('A comma stands between two elements only. Remove this one.');
    case 'missing-comma':
      return l10n.t('A comma is missing before this.');
    case 'other-quotes':
      return l10n.t('JSON knows double quotes only: write {0}.', quotable((edit?.content ?? '').replace(/,$/, '')));
    case 'bare-word':
      return l10n.t(
        'This is no JSON value: write {0}. Bare words are true, false, null and numbers.',
        quotable(edit?.content ?? ''),
      );
    case 'byte-order-mark':
      return l10n.t('The text begins with a byte order mark, which the service may refuse. Remove it.');
    case 'look-alike':
      return l10n.t('JSON has another character here: "{0}". Replace it.', edit?.content ?? '');
    case 'open-bracket':
      return l10n.t('A closing bracket is missing: {0}', quotable((edit?.content ?? '').replace(/,$/, '')));
    case 'mismatched-bracket':
      return edit === undefined || edit.content === ''
        ? l10n.t('Unexpected "{0}".', written)
        : l10n.t('Expected "{0}" instead of "{1}".', edit.content, written);
    case 'missing-colon':
      return l10n.t('A colon is missing between the member name and its value.');
    case 'missing-value':
      return l10n.t('{0} has no value. Write one after a colon.', quotable(withoutColon(written)));
    case 'missing-name':
      return l10n.t('A value in an object needs a member name in double quotes and a colon before it.');
    case 'open-text':
      return l10n.t('The double quotes on this line do not match. Within a text, a quote is written \\".');
    case 'wrong-escape':
      return l10n.t('An escape here does not exist in JSON. Write a backslash itself as \\\\.');
    case 'control-character':
      return l10n.t('Control characters are not allowed in a text. Write a line break as \\n, a tab as \\t.');
    case 'stray':
      return l10n.t('This has no place here. Remove it.');
    case 'after-end':
      return l10n.t('The job ends before this. Remove what follows the closing brace.');
  }
}

/** Repairs leave what is meant as it is; only a comment says something that would be lost. */
function fixOf(problem: SyntaxProblem, written: string, text: string, edits: Fix['edits']): Fix {
  const { kind, length } = problem;
  const isSafe = !isComment(kind) && !isGuessed(problem, written);
  const marks = { edits, isPreferred: true, isSafe };
  switch (kind) {
    case 'comment':
    case 'open-comment':
      return { title: l10n.t('Remove the comment'), ...marks };
    case 'byte-order-mark':
      return { title: l10n.t('Remove the byte order mark'), ...marks };
    case 'surplus-comma':
      return { title: l10n.t('Remove the comma'), ...marks };
    case 'mismatched-bracket':
      return text === ''
        ? { title: l10n.t('Remove {0}', written), ...marks }
        : { title: l10n.t('Replace by {0}', text), ...marks };
    case 'missing-comma':
    case 'missing-colon':
    case 'open-bracket':
      return { title: l10n.t('Insert {0}', text.trim()), ...marks };
    default:
      return length > 60 || text.trim() === ''
        ? { title: l10n.t('Replace by JSON’s form'), ...marks }
        : { title: l10n.t('Replace by {0}', text), ...marks };
  }
}

/** Whether a rule is about JSON itself, so that its fixes change how a text is read. */
export function isJsonRule(code: DiagnosticCode): boolean {
  return jsonCodes.has(code);
}

const jsonCodes: ReadonlySet<string> = new Set(Object.values(codes));

/** Whether a fix of the JSON is a guess that the author should look at: what is lost, or could be meant otherwise. */
export function isUnclear(problem: SyntaxProblem, text: string): boolean {
  const written = text.slice(problem.offset, problem.offset + problem.length);
  return problem.edit === undefined || isGuessed(problem, written);
}

/** Several words may be more than one text; what other languages write may be more than one sign. */
function isGuessed({ kind }: SyntaxProblem, written: string): boolean {
  // The other bracket of the pair may be the wrong one.
  if (kind === 'mismatched-bracket') return true;
  // Beside an escape that does not exist, one that does may be meant as a backslash too.
  if (kind === 'wrong-escape') return /(?<!\\)(?:\\\\)*\\[bfnrtu]/.test(written);
  return (kind === 'bare-word' && /\s/.test(written)) || (kind === 'look-alike' && /^(?:=>?|;)$/.test(written));
}

/** Takes a comment out. What it keeps apart stays apart. */
function commentRemoval(text: string, { offset, length }: Span): Edit {
  const removal = withItsSpace(text, { offset, length });
  const isApart =
    /[^\s,:{}[\]]\s*$/.test(text.slice(Math.max(0, offset - 100), offset)) &&
    /^[^\s,:{}[\]]/.test(text.slice(offset + length, offset + length + 1));
  return isApart ? { ...removal, content: ' ' } : removal;
}

function isComment(kind: SyntaxProblemKind): boolean {
  return kind === 'comment' || kind === 'open-comment';
}

function surrogateFindings(text: string): Finding[] {
  if (text.isWellFormed()) return [];
  const lone = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;
  return Array.from(text.matchAll(lone), ({ index }) => ({
    code: 'unpaired-surrogate',
    message: () =>
      l10n.t('Half of a character stands here, which cannot be sent. Delete it and type the character again.'),
    span: { offset: index, length: 1 },
  }));
}
