import { readdirSync, readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import { describe, expect, test } from 'vitest';
import { getLanguageService } from 'vscode-json-languageservice';
import { isReferring, referencesIn } from '../../../language/src/documents/reference.ts';
import { canRefer } from '../../../language/src/secrets/jobReferences.ts';
import { typesOf } from '../../../language/src/schema/jsonSchema.ts';
import { allProperties, elementOf, publishedSchema } from '../../support/jobSchema.ts';
import { violations } from '../../support/violations.ts';
import { corpus } from '../../support/corpus.ts';
import { documentOf } from '../../support/cursor.ts';
import { isJson } from '../../support/isJson.ts';
import { pathOf } from './departures.ts';
import { jobWith, withValue } from './editedJob.ts';

/** Validates as tools do that know nothing of our annotations. */
const ajv = new Ajv({ strict: false });
const validate = ajv.compile(publishedSchema);

const folder = (name: string): URL => new URL(`../../../${name}/`, import.meta.url);
const jobsIn = (name: string): { name: string; text: string }[] =>
  readdirSync(folder(name))
    .filter((file) => file.endsWith('.lfjob.json'))
    .map((file) => ({ name: file, text: readFileSync(new URL(file, folder(name)), 'utf8') }));

const source = ['parameter', 'metadata_migration_parameter', 'datasource_parameter'];

describe('the published schema, in a validator that ignores annotations', () => {
  test.each([...jobsIn('test/fixtures/valid'), ...jobsIn('examples')])('accepts $name', ({ text }) => {
    validate(JSON.parse(text));
    expect(validate.errors).toBeNull();
  });

  test('accepts the example of the API reference but for the placeholder in an enumeration', () => {
    const [example] = jobsIn('test/fixtures/page');
    const objects = ['parameter', 'metadata_migration_parameter', 'sync_objects'];
    expect(validate(JSON.parse(example?.text ?? ''))).toBe(false);
    validate(JSON.parse(withValue(example?.text ?? '', objects, ['DATABASE'])));
    expect(validate.errors).toBeNull();
  });

  test.each([
    ['an empty data source', source, {}],
    ['a user name with an underscore', [...source, 'username'], 'hive_user'],
    ['a property that the API reference does not have', ['tags'], []],
    ['an unknown property of the data source', [...source, 'ssl'], true],
    ['a Chinese name', ['name'], '元数据迁移'],
    ['a later property of any type', ['parameter', 'smn_notify'], 'yes'],
  ])('accepts %s', (_, path, value) => {
    validate(JSON.parse(withValue(jobWith(source), path, value)));
    expect(validate.errors).toBeNull();
  });

  const strings = allProperties().flatMap(({ path, schema }) => {
    const isArray = elementOf(schema) !== undefined;
    const isString = typesOf(elementOf(schema) ?? schema).includes('string');
    const place = pathOf({ path });
    return isString && canRefer(place) ? [{ path, place: isArray ? [...place, 0] : place }] : [];
  });

  test.each(strings)('accepts a reference as the value of $path', ({ place }) => {
    validate(JSON.parse(withValue(jobWith(place), place, '${env:N}')));
    expect(validate.errors).toBeNull();
  });

  test.each(['name', 'type'])('rejects a reference as the value of %s', (property) => {
    expect(validate(JSON.parse(withValue(jobWith(source), [property], '${env:N}')))).toBe(false);
  });

  test('rejects exactly the documents with an error', () => {
    const documents = corpus().filter(({ text }) => isJson(text) && !text.includes('${'));
    expect(documents.length).toBeGreaterThan(200);
    for (const { name, text } of documents) {
      const hasError = violations(JSON.parse(text)).some(({ severity }) => severity === 'error');
      expect({ name, isValid: validate(JSON.parse(text)) }).toEqual({ name, isValid: !hasError });
    }
  });
});

describe('the published schema, in an editor with a JSON language service', () => {
  const schema = JSON.stringify(publishedSchema);
  const service = getLanguageService({ schemaRequestService: async () => Promise.resolve(schema) });
  service.configure({ schemas: [{ uri: 'test:/lfjob.schema.json', fileMatch: ['*'] }] });

  test('suggests the values of an enumeration with their texts, and references', async () => {
    const document = documentOf('{ "type":  }');
    const parsed = service.parseJSONDocument(document);
    const completions = await service.doComplete(document, document.positionAt(10), parsed);
    const type = allProperties().find(({ path }) => path === 'type')?.schema;
    expect(completions?.items.map(({ label, documentation }) => [label, documentation])).toEqual([
      ...(type?.enum ?? []).map((value, index) => [`"${value}"`, type?.enumDescriptions?.[index]]),
    ]);
  });

  test('reports a wrong value with those that are valid', async () => {
    const document = documentOf('{ "name": "nightly", "type": "DISCOVERY", "parameter": {} }');
    const problems = await service.doValidation(document, service.parseJSONDocument(document));
    expect(problems.map(({ message }) => message)).toEqual([expect.stringContaining('"METADATA_DISCOVERY"')]);
  });
});

test.each([
  '${env:N}',
  '${secret:hive-password}',
  'job_${env:STAGE}',
  '${env:A}${env:B}',
  '$${env:N}',
  '$$${env:N}',
  '$',
  'env:N',
  'plain',
])('%s is a reference to the published schema exactly if it is one to us', (text) => {
  const reference = `${String(publishedSchema.$id)}#/definitions/Reference`;
  expect(ajv.validate({ $ref: reference }, text)).toBe(isReferring(text));
  expect(referencesIn(text).map(({ kind }) => kind)).not.toContain('malformed');
});
