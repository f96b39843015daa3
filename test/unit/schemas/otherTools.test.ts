import { readFileSync } from 'node:fs';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { describe, expect, test } from 'vitest';
import { stringify } from 'yaml';
import { getLanguageService } from 'yaml-language-server';
import { isObject } from '../../../language/src/documents/value.ts';
import { publishedSchema } from '../../support/jobSchema.ts';

const example = readFileSync(new URL('../../../examples/sales_discovery.lfjob.json', import.meta.url), 'utf8');

describe('yaml-language-server with the published schema', () => {
  const service = getLanguageService({
    schemaRequestService: async () => Promise.resolve(JSON.stringify(publishedSchema)),
    workspaceContext: { resolveRelativePath: (path) => path },
  });
  service.configure({
    validate: true,
    completion: true,
    hover: true,
    schemas: [{ uri: String(publishedSchema.$id), fileMatch: ['*.lfjob.yaml'] }],
  });

  // The service remembers what it has read of a document.
  let documents = 0;
  const documentOf = (text: string): TextDocument =>
    TextDocument.create(`file:///${++documents}.lfjob.yaml`, 'yaml', 1, text);
  const yaml = stringify(JSON.parse(example));

  test('accepts a job', async () => {
    expect(await service.doValidation(documentOf(yaml), false)).toEqual([]);
  });

  test('reports a wrong value', async () => {
    const wrong = yaml.replace('METADATA_DISCOVERY', 'DISCOVERY');
    const problems = await service.doValidation(documentOf(wrong), false);
    expect(problems.map(({ message }) => message)).toEqual([expect.stringContaining('METADATA_DISCOVERY')]);
  });

  test('suggests the values of an enumeration', async () => {
    const document = documentOf('type: ');
    const { items } = await service.doComplete(document, document.positionAt(6), false);
    expect(items.map(({ label }) => label)).toEqual([
      'METADATA_MIGRATION',
      'PERMISSION_MIGRATION',
      'METADATA_DISCOVERY',
    ]);
  });

  test('shows what a property is', async () => {
    const hover = await service.doHover(documentOf(yaml), { line: 0, character: 1 });
    expect(JSON.stringify(hover?.contents)).toContain('The name of the job');
  });
});

describe('the entries for SchemaStore', () => {
  const readJson = (name: string): unknown =>
    JSON.parse(readFileSync(new URL(`../../../schemas/${name}`, import.meta.url), 'utf8'));
  const catalog = readJson('schemastore.json');
  const entries = (Array.isArray(catalog) ? catalog : []).filter(isObject);

  test.each(['lfjob.schema.json', 'lfjob.config.schema.json'])(
    'have %s with the address that it has itself',
    (name) => {
      const entry = entries.find(({ url }) => String(url).endsWith(`/${name}`));
      expect(readJson(name)).toMatchObject({ $id: entry?.url });
      expect(Object.keys(entry ?? {})).toEqual(['name', 'description', 'fileMatch', 'url']);
    },
  );

  test('match the files of jobs and their configuration', () => {
    expect(entries.map(({ fileMatch }) => fileMatch)).toEqual([['*.lfjob.json'], ['lfjob.config.json']]);
  });
});
