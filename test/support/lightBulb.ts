import { TextDocument } from 'vscode-languageserver-textdocument';
import { TextDocumentEdit, type CodeAction, type Position } from 'vscode-languageserver-types';
import { loadYaml } from '../../language/src/conversion/yaml.ts';
import { parse } from '../../language/src/documents/parse.ts';
import { codeActions, type CodeActionOptions } from '../../language/src/features/codeActions.ts';
import { noEnvironment, type Environment } from '../../language/src/rules/environment.ts';
import { runSteps } from '../../language/src/rules/steps.ts';
import { atCursor, documentOf } from './cursor.ts';
import { lookUpIn, sampleInstance } from './instanceValues.ts';
import { instanceId } from './jobs.ts';
import { snippetText } from './snippetText.ts';

/** Another open job, with the name `another_open_job`. */
const elsewhere = {
  uri: 'test:/other.lfjob.json',
  range: { start: { line: 1, character: 2 }, end: { line: 1, character: 9 } },
};

const parseYaml = await loadYaml();

/** Signed in to the instance of the fixtures, with another open job. */
export const signedIn: Environment = {
  ...noEnvironment,
  parseYaml,
  connection: { name: 'dev', instanceId },
  instanceValues: lookUpIn(sampleInstance),
  namesakes: (name) => (name === 'another_open_job' ? [elsewhere] : []),
};

const plainEdits: CodeActionOptions = { snippetEdits: false };

/** What is offered for a whole text. */
export function actionsFor(text: string, options = plainEdits): CodeAction[] {
  const document = documentOf(text);
  const range = { start: document.positionAt(0), end: document.positionAt(text.length) };
  return runSteps(codeActions(document, parse(text), range, signedIn, options));
}

/** What the light bulb at the cursor `|` offers. */
export function actionsAt(marked: string, options = plainEdits): CodeAction[] {
  const { document, parsed, position } = atCursor(marked);
  return runSteps(codeActions(document, parsed, { start: position, end: position }, signedIn, options));
}

/** The text after an action; for a snippet, with its placeholders unchanged. */
export function afterAction(text: string, { edit }: CodeAction): string {
  const document = documentOf(text);
  const changes = (edit?.documentChanges ?? []).filter((change) => TextDocumentEdit.is(change));
  const edits = changes
    .flatMap((change) => change.edits)
    .map((one) => ({
      range: one.range,
      newText: 'snippet' in one ? indented(snippetText(one.snippet.value), document, one.range.start) : one.newText,
    }));
  return TextDocument.applyEdits(document, [...(edit?.changes?.[document.uri] ?? []), ...edits]);
}

/** VS Code indents the lines of a snippet like the one that it is put into: `SnippetSession.adjustWhitespace`. */
function indented(snippet: string, document: TextDocument, start: Position): string {
  const before = document.getText({ start: { line: start.line, character: 0 }, end: start });
  const indentation = /^[ \t]*/.exec(before)?.[0] ?? '';
  return snippet.replaceAll(/\r\n|\r|\n/g, (lineBreak) => lineBreak + indentation);
}

/** The titles in the order of the menu. */
export function titlesOf(actions: readonly CodeAction[]): string[] {
  return actions.map(({ title }) => title);
}
