import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { getLanguageService } from 'vscode-json-languageservice';
import { createAjv } from '../../../scripts/compileSchemas.ts';
import { documentOf } from '../../support/cursor.ts';
import { jobSchema } from '../../support/jobSchema.ts';
import { readMarkedDocument } from '../../support/markedDocument.ts';

const duplicates = 'The language service reports a member that stands there twice; ajv gets the last one only.';

/** Documents on which the JSON language service and ajv do not agree, and why. */
const differences: Readonly<Record<string, string>> = {
  'wrong/json_duplicate.lfjob.txt': duplicates,
  'wrong/json_duplicate_block.lfjob.txt': duplicates,
  'wrong/json_triplicate.lfjob.txt': duplicates,
};

const fixtures = new URL('../../fixtures/', import.meta.url);
const documents = [...textsIn('valid/'), ...textsIn('page/'), ...textsIn('wrong/').map(withoutMarks)];
const jsonDocuments = documents.filter(({ text }) => isJson(text));

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

/** A document of the fixtures. */
interface Fixture {
  readonly name: string;
  readonly text: string;
}

function textsIn(name: string): Fixture[] {
  const folder = new URL(name, fixtures);
  if (!existsSync(folder)) return [];
  const files = readdirSync(folder).filter((file) => /\.lfjob\.(?:json|txt)$/.test(file));
  return files.map((file) => ({ name: name + file, text: readFileSync(new URL(file, folder), 'utf8') }));
}

function withoutMarks({ name, text }: Fixture): Fixture {
  return { name, text: readMarkedDocument(text).text };
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
