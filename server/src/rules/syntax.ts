import { printParseErrorCode, type ParseError } from 'jsonc-parser';
import * as l10n from '@vscode/l10n';
import { maximumDepth, type ParsedDocument, type Refusal } from '../documents/parse.ts';
import type { Finding } from './report.ts';

/** What keeps a text from being JSON, or from being looked at. */
export function syntaxFindings(text: string, parsed: ParsedDocument): Finding[] {
  if (parsed.refusal !== undefined) return [refused(parsed.refusal, text)];
  const findings = withoutConsequences(parsed.syntaxErrors, text).map((error) => syntaxFinding(text, error));
  return [...findings, ...surrogateFindings(text)];
}

function refused(refusal: Refusal, text: string): Finding {
  const span = { offset: 0, length: Math.max(0, text.search(/[\r\n]|$/)) };
  switch (refusal) {
    case 'empty':
      return {
        code: 'empty-document',
        message: l10n.t('The document is empty. A job is one JSON object: type "lf" and accept a snippet.'),
        span,
      };
    case 'too-large':
      return {
        code: 'too-large',
        message: l10n.t('The document is larger than 12 MB, which the service refuses. Split the job.'),
        span,
      };
    case 'too-deep':
      return {
        code: 'too-deep',
        message: l10n.t(
          'The document has more than {0} levels of brackets and is not checked. A job has six.',
          maximumDepth,
        ),
        span,
      };
  }
}

/** The error at its place; one at the end of the text or of no length is shown at the character before it. */
function syntaxFinding(text: string, error: ParseError): Finding {
  const length = Math.min(error.length, text.length - error.offset);
  const span =
    length > 0 ? { offset: error.offset, length } : { offset: Math.max(0, text.trimEnd().length - 1), length: 1 };
  return { code: 'invalid-json', message: syntaxMessage(error), span };
}

/** The parser reports what follows from an error too: at the same place, or as a value missing after a bare word. */
function withoutConsequences(errors: readonly ParseError[], text: string): ParseError[] {
  return errors.filter((error, index) => {
    const previous = errors[index - 1];
    if (previous === undefined) return true;
    const end = previous.offset + previous.length;
    const isMissingValue =
      printParseErrorCode(error.error) === 'ValueExpected' && text.slice(end, error.offset).trim() === '';
    return error.offset >= end && !(isMissingValue && printParseErrorCode(previous.error) === 'InvalidSymbol');
  });
}

function syntaxMessage({ error }: ParseError): string {
  switch (printParseErrorCode(error)) {
    case 'InvalidSymbol':
      return l10n.t('This is no JSON value. Put text in double quotes; the bare words are true, false and null.');
    case 'InvalidNumberFormat':
      return l10n.t('This is no JSON number. Write it like 12 or 0.5, or put it in double quotes.');
    case 'PropertyNameExpected':
      return l10n.t('A member name in double quotes is expected here. Remove a comma before a closing bracket.');
    case 'ValueExpected':
      return l10n.t('A value is expected here. Remove a comma before a closing bracket.');
    case 'ColonExpected':
      return l10n.t('A colon is expected between the member name and its value.');
    case 'CommaExpected':
      return l10n.t('A comma is expected before this.');
    case 'CloseBraceExpected':
      return l10n.t('A closing brace } is missing.');
    case 'CloseBracketExpected':
      return l10n.t('A closing bracket ] is missing.');
    case 'EndOfFileExpected':
      return l10n.t('The job ends before this. Remove what follows the closing brace.');
    case 'InvalidCommentToken':
    case 'UnexpectedEndOfComment':
      return l10n.t('The service does not accept comments. Remove it, or move it to "description".');
    case 'UnexpectedEndOfString':
      return l10n.t('The text has no closing double quote on its line.');
    case 'UnexpectedEndOfNumber':
      return l10n.t('The number is cut off. Write it like 12 or 0.5.');
    case 'InvalidUnicode':
      return l10n.t('\\u is followed by exactly four hexadecimal digits.');
    case 'InvalidEscapeCharacter':
      return l10n.t('This escape does not exist in JSON. Write a backslash itself as \\\\.');
    case 'InvalidCharacter':
      return l10n.t('Control characters are not allowed in a text. Write a line break as \\n, a tab as \\t.');
    default:
      return l10n.t('The text is not JSON here.');
  }
}

function surrogateFindings(text: string): Finding[] {
  if (text.isWellFormed()) return [];
  const lone = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;
  return Array.from(text.matchAll(lone), ({ index }) => ({
    code: 'unpaired-surrogate',
    message: l10n.t('Half of a character stands here, which cannot be sent. Delete it and type the character again.'),
    span: { offset: index, length: 1 },
  }));
}
