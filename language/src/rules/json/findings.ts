import * as l10n from '@vscode/l10n';
import { maximumDepth } from '../../documents/limits.ts';
import type { ParsedDocument, Refusal } from '../../documents/parse.ts';
import type { SyntaxProblem, SyntaxProblemKind } from '../../documents/parsing/problems.ts';
import type { DiagnosticCode, RuleCode } from '../catalogue.ts';
import type { Finding } from '../findings/finding.ts';
import { firstFindings } from '../findings/uncountedProblems.ts';
import { generousPasswords } from '../../secrets/address.ts';
import { secretPlacesNear } from '../../secrets/hidden.ts';
import { commentRemoval, fixOf, isComment, isGuessed } from './fixes.ts';
import { hiddenMessageOf, messageOf } from './messages.ts';

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
  'missing-quote': 'invalid-json',
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
  let isNearSecret: ReturnType<typeof secretPlacesNear> | undefined;
  /** Whether what is there may be a secret, or a URL with a password. A reference to one is shown. */
  const isHidden = ({ offset, length, edit }: SyntaxProblem): boolean =>
    !/^"\$\{(?:secret|env):[\w.-]*\}"$/.test(edit?.content ?? '') &&
    ((isNearSecret ??= secretPlacesNear(text))(offset, length) || hasPassword(edit?.content ?? ''));
  return [
    ...(quotes.length > 1 ? [otherQuotes(quotes)] : []),
    ...others.map((problem) => jsonFinding(problem, text, isHidden)),
    ...surrogateFindings(text),
  ];
}

/** Whether the text of a string, with its quotes and maybe a comma, is a URL with a password. */
function hasPassword(content: string): boolean {
  return generousPasswords(content.replace(/^"|",?$/g, '')).length > 0;
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
        message: () => l10n.t('The document is empty. Enter "lf" to start a job from a snippet.'),
        span,
      };
    case 'too-large':
      return {
        code: 'too-large',
        message: () => l10n.t('The document is larger than 12 MB, the limit of the service. Split the job.'),
        span,
      };
    case 'too-deep':
      return {
        code: 'too-deep',
        message: () => l10n.t('More than {0} nested levels. The document isn’t checked. A job has six.', maximumDepth),
        span,
      };
  }
}

function jsonFinding(problem: SyntaxProblem, text: string, isHidden: (problem: SyntaxProblem) => boolean): Finding {
  const { kind, offset, length, edit } = problem;
  const written = (): string => text.slice(offset, offset + length);
  return {
    code: codes[kind],
    message: () => (isHidden(problem) ? hiddenMessageOf(problem, written()) : messageOf(problem, written())),
    span: { offset, length },
    ...(edit && {
      fixes: () => [
        fixOf(problem, written(), isHidden(problem) && edit.length > 0 ? '' : edit.content, () => [
          isComment(kind) ? commentRemoval(text, edit) : edit,
        ]),
      ],
    }),
  };
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

function surrogateFindings(text: string): Finding[] {
  if (text.isWellFormed()) return [];
  const lone = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;
  const offsets = Array.from(text.matchAll(lone), ({ index }) => index);
  return firstFindings(offsets, { offset: 0 }, (offset) => ({
    code: 'unpaired-surrogate',
    message: () => l10n.t('Incomplete character (unpaired surrogate). Delete it, and enter the character again.'),
    span: { offset, length: 1 },
  }));
}
