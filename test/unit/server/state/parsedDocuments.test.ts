import { expect, test } from 'vitest';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { ParsedDocuments } from '../../../../server/src/state/parsedDocuments.ts';

test('the parsed forms of the 20 documents that were last asked for are kept', () => {
  const parsed = new ParsedDocuments();
  const documents = Array.from({ length: 21 }, (_, index) => TextDocument.create(`test:/${index}`, 'lfjob', 1, '{}'));
  const [first, second] = documents;
  for (const document of documents.slice(0, 20)) parsed.get(document);
  if (first) parsed.get(first);
  for (const document of documents.slice(20)) parsed.get(document);
  expect(documents.filter((document) => parsed.known(document) === undefined)).toEqual([second]);
});
