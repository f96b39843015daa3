import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { DiagnosticSeverity, type Diagnostic } from 'vscode-languageserver-types';
import { corpus } from '../../../support/corpus.ts';
import { runCommand, temporaryFolder, type TemporaryFolder } from '../../../support/commandLine.ts';
import { startLanguageServer, type LanguageServer } from '../../../support/languageServer.ts';
import { reportOf, type ReportedFile } from '../../../support/reports.ts';

/** The documents by their names on disk. One has half a character, which no file can have. */
const documents = new Map(
  corpus()
    .filter(({ text }) => text.isWellFormed())
    .map(({ name, text }) => [name.replace(/\.txt$/, '.json'), text]),
);

let server: LanguageServer;
let folder: TemporaryFolder;
let reported: ReadonlyMap<string, ReportedFile>;

beforeAll(async () => {
  folder = await temporaryFolder(Object.fromEntries(documents));
  server = await startLanguageServer('in-process', {
    textDocument: { diagnostic: { relatedInformation: true, codeDescriptionSupport: true } },
  });
  reported = new Map((await reportOf([], { cwd: folder.path })).map((file) => [file.path, file]));
});
afterAll(async () => {
  await server.stop();
  await folder.remove();
});

async function serverDiagnostics(name: string, text: string): Promise<Diagnostic[]> {
  const uri = pathToFileURL(`${folder.path}/${name}`).href;
  await server.notify('textDocument/didOpen', { textDocument: { uri, languageId: 'lfjob', version: 1, text } });
  const report = await server.request('textDocument/diagnostic', { textDocument: { uri } });
  await server.notify('textDocument/didClose', { textDocument: { uri } });
  return itemsOf(report);
}

function itemsOf(report: unknown): Diagnostic[] {
  const items: unknown = typeof report === 'object' && report !== null && 'items' in report ? report.items : [];
  return Array.isArray(items) ? items.filter((item): item is Diagnostic => typeof item === 'object') : [];
}

const severities = new Map([
  [DiagnosticSeverity.Error, 'error'],
  [DiagnosticSeverity.Warning, 'warning'],
  [DiagnosticSeverity.Information, 'information'],
  [DiagnosticSeverity.Hint, 'hint'],
]);

/** Returns a diagnostic of the server as the report has it. */
function inReport({ code, severity, message, range, codeDescription, relatedInformation = [] }: Diagnostic): object {
  const place = ({ start, end }: Diagnostic['range']): object => ({
    line: start.line + 1,
    column: start.character + 1,
    endLine: end.line + 1,
    endColumn: end.character + 1,
  });
  return {
    code,
    severity: severities.get(severity ?? DiagnosticSeverity.Error),
    message,
    ...place(range),
    href: codeDescription?.href,
    ...(relatedInformation.length > 0 && {
      related: relatedInformation.map((one) => ({ message: one.message, ...place(one.location.range) })),
    }),
  };
}

test('there are many documents', () => {
  expect(documents.size).toBeGreaterThan(250);
});

test.each([...documents.keys()])('%s has the same problems as in the editor', async (name) => {
  const expected = await serverDiagnostics(name, documents.get(name) ?? '');
  expect(reported.get(name)?.problems ?? []).toEqual(expected.map(inReport));
});

test('a job from the standard input has the same problems as its file', async () => {
  const [name, text] = [...documents].find(([document]) => document.startsWith('wrong/')) ?? ['', ''];
  const { output } = await runCommand(['check', '--stdin', '--stdin-filename', name, '--format', 'github'], {
    cwd: folder.path,
    input: text,
  });
  expect(output).toBe((await runCommand(['check', name, '--format', 'github'], { cwd: folder.path })).output);
});
