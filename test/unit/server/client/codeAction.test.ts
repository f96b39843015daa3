import { DiagnosticTag } from 'vscode-languageserver-types';
import { expect, test } from 'vitest';
import { codeActionsFor } from '../../../../server/src/client/codeAction.ts';

const range = { start: { line: 0, character: 0 }, end: { line: 0, character: 1 } };
const diagnostic = {
  range,
  message: 'a',
  tags: [DiagnosticTag.Unnecessary],
  codeDescription: { href: 'https://example.com' },
  relatedInformation: [{ location: { uri: 'test:/a', range }, message: 'b' }],
};
const command = { title: 'Move', command: 'move' };
const actions = [
  { title: 'Fix', isPreferred: true, diagnostics: [diagnostic], edit: { changes: {} } },
  { title: 'Explain', edit: { changes: {} }, command },
  { title: 'Move', command },
];
const able = {
  codeActionLiterals: true,
  preferredCodeActions: true,
  diagnostics: { relatedInformation: true, codeDescription: true, tags: [DiagnosticTag.Unnecessary] },
};

test('a client that knows everything gets the actions as they are', () => {
  expect(codeActionsFor(actions, able)).toEqual(actions);
});

test('a client without support for preferred actions and the parts of a diagnostic gets neither', () => {
  const diagnostics = { relatedInformation: false, codeDescription: false, tags: [] };
  const [fix] = codeActionsFor(actions, { ...able, preferredCodeActions: false, diagnostics });
  expect(fix).toEqual({ title: 'Fix', diagnostics: [{ range, message: 'a' }], edit: { changes: {} } });
});

test('a client without code actions gets the commands that need none', () => {
  expect(codeActionsFor(actions, { ...able, codeActionLiterals: false })).toEqual([command]);
});
