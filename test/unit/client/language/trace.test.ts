import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { LogOutputChannel } from 'vscode';
import { withoutTexts } from '../../../../client/src/language/trace.ts';
import { TraceChannel } from '../../../../client/src/language/traceChannel.ts';
import { runs } from '../../../support/fastCheck.ts';

const uri = 'file:///jobs/hive.lfjob.json';
const textDocument = { uri, version: 7 };
const at = { line: 3, character: 14 };
const range = { start: at, end: at };

/** The pieces as the client writes them when `lakeformation.trace.server` is `verbose`. */
const sending = (method: string, params: unknown): string =>
  `Sending notification '${method}'.\nParams: ${JSON.stringify(params, null, 4)}`;
const received = (method: string, result: unknown): string =>
  `Received response '${method} - (12)' in 5ms.\nResult: ${JSON.stringify(result, null, 4)}`;

test('a piece keeps method, URI, version and positions, and the length of each text', () => {
  const piece = sending('textDocument/didChange', {
    textDocument,
    contentChanges: [{ range, rangeLength: 0, text: 'h' }],
  });
  expect(withoutTexts(piece)).toBe(piece.replace('"h"', '"… (1 characters)"'));
});

test.each([
  ['a request without parameters', "Sending request 'shutdown - (3)'."],
  ['a notification without parameters', "Sending notification 'exit'.\nNo parameters provided."],
  ['a response without a result', "Received response 'shutdown - (3)' in 1ms.\nNo result returned."],
  ['positions', sending('textDocument/hover', { textDocument: { uri }, position: at })],
  ['a change without a text', `Received request 'workspace/diagnostic/refresh - (1)'.`],
  ['an own response', `Sending response 'client/registerCapability - (0)'. Processing request took 2ms.`],
  ['compact JSON', `Sending request 'textDocument/hover - (4)'.\nParams: {"textDocument":{"uri":"a:/b"}}`],
  [
    'the rule, the severity and the place of a diagnostic',
    received('textDocument/diagnostic', {
      kind: 'full',
      items: [{ range, severity: 2, code: 'plaintext-secret', source: 'lfjob' }],
    }),
  ],
  [
    'the command of a code action',
    received('textDocument/codeAction', [{ kind: 'quickfix', command: { command: 'lakeformation.moveSecret' } }]),
  ],
])('%s stays unchanged', (_, piece) => {
  expect(withoutTexts(piece)).toBe(piece);
});

test.each([
  [
    'a failure has its code',
    'Received response \'lfjob/check - (3)\' in 1ms. Request failed: no (1).\nand (22) (-32603).\nError data: "data"',
    'Received response \'lfjob/check - (3)\' in 1ms. Request failed (-32603).\nError data: "… (4 characters)"',
  ],
  [
    'a failure of an unknown kind has none',
    "Received response 'lfjob/check - (3)' in 1ms. Request failed: value (4711).",
    "Received response 'lfjob/check - (3)' in 1ms. … (30 characters)",
  ],
  [
    'what is cut off is left out',
    'Sending notification \'a/b\'.\nParams: {"text": "abc',
    "Sending notification 'a/b'.\nParams: … (13 characters)",
  ],
  ['what is not known is left out', 'Received response 3 without active response promise.', '… (52 characters)'],
  ['nothing is nothing', '', '… (0 characters)'],
  ['a text alone is a text', '"abc"', '"… (3 characters)"'],
])('%s', (_, piece, shown) => {
  expect(withoutTexts(piece)).toBe(shown);
});

describe('no text of a document survives', () => {
  /** Where the protocol carries a text of a document, or what was made of one. */
  const messages: readonly [string, (canary: string) => string][] = [
    [
      'opened',
      (text) => sending('textDocument/didOpen', { textDocument: { uri, languageId: 'lfjob', version: 1, text } }),
    ],
    ['changed', (text) => sending('textDocument/didChange', { textDocument, contentChanges: [{ range, text }] })],
    ['saved', (text) => sending('textDocument/didSave', { textDocument, text })],
    ['checked', (text) => sending('lfjob/check', { text, uri })],
    ['shown on hover', (value) => received('textDocument/hover', { contents: { kind: 'markdown', value }, range })],
    [
      'shown on hover, in parts',
      (text) => received('textDocument/hover', { contents: [text, { language: 'json', value: text }] }),
    ],
    [
      'completed',
      (text) =>
        received('textDocument/completion', {
          isIncomplete: false,
          items: [
            {
              label: text,
              labelDetails: { detail: text, description: text },
              detail: text,
              documentation: text,
              filterText: text,
              sortText: text,
              insertText: text,
              textEdit: { range, newText: text },
              additionalTextEdits: [{ range, newText: text }],
              commitCharacters: [text],
              data: { path: [text], required: text },
            },
          ],
        }),
    ],
    [
      'in an outline',
      (text) =>
        received('textDocument/documentSymbol', [
          { name: text, detail: text, kind: 5, range, children: [{ name: text }] },
        ]),
    ],
    ['edited', (newText) => received('textDocument/formatting', [{ range, newText }])],
    [
      'fixed',
      (text) =>
        received('textDocument/codeAction', [
          {
            title: text,
            kind: 'quickfix',
            diagnostics: [{ range, message: text }],
            edit: {
              changes: { [uri]: [{ range, newText: text }] },
              documentChanges: [{ textDocument, edits: [{ range, snippet: { kind: 'snippet', value: text } }] }],
            },
            command: { title: text, command: 'lakeformation.moveSecret', arguments: [{ name: text }, text] },
          },
        ]),
    ],
    [
      'reported',
      (message) =>
        received('textDocument/diagnostic', {
          kind: 'full',
          items: [{ range, message, relatedInformation: [{ location: { uri, range }, message }], data: message }],
        }),
    ],
    [
      'hinted at',
      (label) =>
        received('textDocument/inlayHint', [{ position: at, label, tooltip: label }, { label: [{ value: label }] }]),
    ],
    ['linked', (text) => received('textDocument/documentLink', [{ range, target: text, tooltip: text }])],
    ['folded', (collapsedText) => received('textDocument/foldingRange', [{ startLine: 1, endLine: 2, collapsedText }])],
    ['a path', (path) => received('lfjob/jsonPath', { path })],
    [
      'logged',
      (message) => `Received notification 'window/logMessage'.\nParams: ${JSON.stringify({ type: 1, message })}`,
    ],
    [
      'in an error',
      (text) =>
        `Received response 'a/b - (1)' in 3ms. Request failed: ${text} (-32603).\nError data: ${JSON.stringify([text])}`,
    ],
    ['a bare result', (text) => received('a/b', text)],
    [
      'in the JSON format',
      (text) =>
        JSON.stringify({
          isLSPMessage: true,
          type: 'send-notification',
          message: { jsonrpc: '2.0', method: 'a/b', params: { text } },
          timestamp: 1,
        }),
    ],
  ];
  const canary = fc.uuid();
  const around = fc.string();
  const whole = fc.constant(1);
  const cut = fc.oneof(whole, fc.double({ min: 0, max: 1, noNaN: true }));

  test.each(messages)('that is %s', (_, message) => {
    fc.assert(
      fc.property(canary, around, around, cut, cut, (mark, before, after, from, to) => {
        const piece = message(before + mark + after);
        const end = Math.ceil(piece.length * to);
        const shown = withoutTexts(piece.slice(from === 1 ? 0 : Math.floor(end * from), end));
        return !shown.includes(mark) && !shown.includes(mark.slice(0, 12));
      }),
      runs(200),
    );
  });
});

test('the channel of the trace writes what the client traces, and only without texts', () => {
  const written: string[] = [];
  const channel = { name: 'log', logLevel: 1, trace: (text: string) => written.push(text) };
  const piece = sending('textDocument/didSave', { textDocument, text: 'abc' });
  const partOf = (part: object): part is LogOutputChannel => 'trace' in part;
  if (!partOf(channel)) throw new Error('It is one.');
  const traced = new TraceChannel(channel);
  traced.trace(piece);
  expect(written).toEqual([piece.replace('"abc"', '"… (3 characters)"')]);
  expect([traced.name, traced.logLevel]).toEqual(['log', 1]);
});
