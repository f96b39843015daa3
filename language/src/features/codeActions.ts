import type { TextDocument } from 'vscode-languageserver-textdocument';
import {
  CodeActionKind,
  type CodeAction,
  type Command,
  type Range,
  type SnippetTextEdit,
  type TextEdit,
} from 'vscode-languageserver-types';
import * as l10n from '@vscode/l10n';
import { otherFormatOf } from '../conversion/recognize.ts';
import { difference } from '../documents/edits/applyEdits.ts';
import type { Edit } from 'jsonc-parser';
import type { ParsedDocument } from '../documents/parse.ts';
import { rangeOf, type Span } from '../documents/range.ts';
import {
  explainVariableCommand,
  moveSecretCommand,
  reportTokenCommand,
  type ExplainVariableParams,
  type MoveSecretParams,
} from './codeActionCommands.ts';
import { checkInSteps } from '../rules/check.ts';
import type { Environment } from '../rules/environment.ts';
import type { Fix, FixCommand, ReportedFinding } from '../rules/findings/finding.ts';
import { effectiveFixes } from '../rules/effectiveFixes.ts';
import { fixAll } from '../rules/fixAll.ts';
import type { Steps } from '../rules/steps.ts';
import { sortProperties } from '../schema/sort.ts';
import { toDiagnostic } from '../rules/findings/diagnostic.ts';

/** Makes the safe fixes; editors run it on save. */
export const fixAllKind = `${CodeActionKind.SourceFixAll}.lfjob`;

/** Puts the properties into the order of the API reference. */
export const sortKind = `${CodeActionKind.Source}.sort.lfjob`;

/** The first findings of a larger selection get their first fix: nobody looks through more. */
const mostFixed = 20;

/** What the editor asks for, and what it can do with the answer. */
export interface CodeActionOptions {
  /** The kinds that are asked for; all where there are none. */
  readonly only?: readonly string[] | undefined;
  /** The client takes edits with places to type into. */
  readonly snippetEdits: boolean;
  /** The commands for code actions that the client has. */
  readonly commands?: readonly string[];
}

/**
 * Returns the actions for a range: fixes of the findings there, and those for the whole document.
 */
export function* codeActions(
  document: TextDocument,
  parsed: ParsedDocument,
  range: Range,
  environment: Environment,
  options: CodeActionOptions,
): Steps<CodeAction[]> {
  const { only } = options;
  const wants = (kind: string): boolean =>
    only?.some((wanted) => wanted === '' || kind === wanted || kind.startsWith(`${wanted}.`)) ?? true;
  // Source actions are for those who ask: on save, or in their menu.
  const asksFor = (kind: string): boolean => only !== undefined && wants(kind);
  return [
    ...(wants(CodeActionKind.QuickFix) ? yield* quickFixes(document, parsed, range, environment, options) : []),
    ...(asksFor(fixAllKind)
      ? sourceAction(document, fixAllKind, l10n.t('Apply all safe fixes'), yield* fixAll(parsed, environment)).map(
          (action) => ({ ...action, ...tokenReport(document, parsed, action.title, options) }),
        )
      : []),
    ...(asksFor(sortKind)
      ? sourceAction(
          document,
          sortKind,
          l10n.t('Sort properties in the order of the API reference'),
          sortProperties(parsed),
        )
      : []),
  ];
}

function* quickFixes(
  document: TextDocument,
  parsed: ParsedDocument,
  range: Range,
  environment: Environment,
  options: CodeActionOptions,
): Steps<CodeAction[]> {
  const from = document.offsetAt(range.start);
  const to = document.offsetAt(range.end);
  const findings = yield* checkInSteps(parsed, environment);
  const isInRange = (span: Span | undefined): boolean =>
    span !== undefined && span.offset <= to && from <= span.offset + span.length;
  const inRange = findings.filter(({ span }) => isInRange(span));
  const fixesOfEach = inRange.length > mostFixed ? 1 : undefined;
  const candidates = inRange
    .sort((left, right) => left.span.offset - right.span.offset)
    .slice(0, mostFixed)
    .flatMap((finding) => (finding.fixes?.() ?? []).slice(0, fixesOfEach).map((fix) => ({ finding, fix })))
    .concat(
      findings
        .filter(({ decider }) => isInRange(decider?.span))
        .slice(0, mostFixed)
        .flatMap((finding) => (finding.decider ? [{ finding, fix: finding.decider.fix() }] : [])),
    )
    .filter(({ fix: { command } }) => command?.does !== 'move-secret' || options.commands?.includes(moveSecretCommand));
  const effective = yield* effectiveFixes(parsed, findings, candidates, environment);
  return withoutRepetition(
    candidates
      .filter(({ fix }) => effective.has(fix))
      .map(({ finding, fix }) => quickFix(document, finding, fix, environment, options)),
  );
}

/** Two findings may have the same fix, one finding two of the same title: one action is enough. */
function withoutRepetition(actions: readonly CodeAction[]): CodeAction[] {
  const byTitle = new Map<string, CodeAction>();
  for (const action of actions) {
    const first = byTitle.get(action.title);
    const isSame = first && JSON.stringify(first.edit) === JSON.stringify(action.edit);
    const isSameFinding = first && JSON.stringify(first.diagnostics) === JSON.stringify(action.diagnostics);
    if (first === undefined) byTitle.set(action.title, action);
    else if (isSame) {
      byTitle.set(action.title, {
        ...first,
        diagnostics: [...(first.diagnostics ?? []), ...(action.diagnostics ?? [])],
      });
    } else if (!isSameFinding) byTitle.set(JSON.stringify(action), action);
  }
  return [...byTitle.values()];
}

function quickFix(
  document: TextDocument,
  finding: ReportedFinding,
  fix: Fix,
  environment: Environment,
  { snippetEdits, commands = [] }: CodeActionOptions,
): CodeAction {
  const { uri, version } = document;
  const snippet = snippetEdits ? fix.snippet?.() : undefined;
  const command = fix.command && commandOf(document, fix.title, fix.command);
  return {
    title: fix.title,
    kind: CodeActionKind.QuickFix,
    diagnostics: [toDiagnostic(document, finding, environment)],
    ...(fix.isPreferred === true && { isPreferred: true }),
    ...(fix.command?.does !== 'move-secret' && {
      edit: snippet
        ? { documentChanges: [{ textDocument: { uri, version }, edits: [snippetEdit(document, snippet)] }] }
        : { changes: { [uri]: fix.edits().map((edit) => textEdit(document, edit)) } },
    }),
    ...(command && commands.includes(command.command) && { command }),
  };
}

function commandOf(document: TextDocument, title: string, command: FixCommand): Command {
  const { uri, version } = document;
  switch (command.does) {
    case 'move-secret': {
      const params: MoveSecretParams = { uri, version, range: rangeOf(document, command.span), name: command.name };
      return { title, command: moveSecretCommand, arguments: [params] };
    }
    case 'report-token':
      return { title, command: reportTokenCommand };
    case 'explain-variable': {
      const params: ExplainVariableParams = { name: command.name };
      return { title, command: explainVariableCommand, arguments: [params] };
    }
  }
}

/** The command behind an action that takes a token away with what isn't the job. */
function tokenReport(
  document: TextDocument,
  { text }: ParsedDocument,
  title: string,
  { commands = [] }: CodeActionOptions,
): Pick<CodeAction, 'command'> {
  const isReported = commands.includes(reportTokenCommand) && otherFormatOf(text)?.hasCredential === true;
  return isReported ? { command: commandOf(document, title, { does: 'report-token' }) } : {};
}

function sourceAction(document: TextDocument, kind: string, title: string, after: string): CodeAction[] {
  const edit = difference(document.getText(), after);
  return edit ? [{ title, kind, edit: { changes: { [document.uri]: [textEdit(document, edit)] } } }] : [];
}

function textEdit(document: TextDocument, edit: Edit): TextEdit {
  return { range: rangeOf(document, edit), newText: edit.content };
}

function snippetEdit(document: TextDocument, edit: Edit): SnippetTextEdit {
  return { range: rangeOf(document, edit), snippet: { kind: 'snippet', value: edit.content } };
}
