import { expect, test } from 'vitest';
import { getLanguageService } from 'vscode-json-languageservice';
import { createAjv } from '../../../scripts/ajv.ts';
import { corpus } from '../../support/corpus.ts';
import { documentOf } from '../../support/cursor.ts';
import { jobSchema } from '../../support/jobSchema.ts';
import { isJson } from '../../support/isJson.ts';

const duplicates = 'The language service reports a property that stands there twice; ajv gets the last one only.';

/** Documents on which the JSON language service and ajv don't agree, and why. */
const differences: Readonly<Record<string, string>> = {
  'wrong/json_duplicate.lfjob.txt': duplicates,
  'wrong/json_duplicate_block.lfjob.txt': duplicates,
  'wrong/json_triplicate.lfjob.txt': duplicates,
};

const jsonDocuments = corpus().filter(({ text }) => isJson(text));

const validate = createAjv().compile(jobSchema);
const service = getLanguageService({ schemaRequestService: async () => Promise.resolve(JSON.stringify(jobSchema)) });
service.configure({ schemas: [{ uri: 'test:/lfjob.schema.json', fileMatch: ['*.lfjob.json'] }] });

test.each(jsonDocuments)('$name is legal to both or to none', async ({ name, text }) => {
  const agree = validate(JSON.parse(text)) === (await isValidToService(text));
  expect(agree).toBe(differences[name] === undefined);
});

test('the differences are of documents that exist', () => {
  const names = new Set(jsonDocuments.map(({ name }) => name));
  expect(Object.keys(differences).filter((name) => !names.has(name))).toEqual([]);
});

async function isValidToService(text: string): Promise<boolean> {
  const document = documentOf(text);
  const parsed = service.parseJSONDocument(document);
  return (await service.doValidation(document, parsed, { schemaValidation: 'error' })).length === 0;
}
