import { Ajv } from 'ajv';
import { describe, expect, it } from 'vitest';
import { getLanguageService } from 'vscode-json-languageservice';
import { configurationFrom, configurationName } from '../../../language/src/configuration/configuration.ts';
import { rules } from '../../../language/src/rules/catalogue.ts';
import manifest from '../../../package.json' with { type: 'json' };
import schema from '../../../schemas/lfjob.config.schema.json' with { type: 'json' };
import { documentOf } from '../../support/cursor.ts';

const validate = new Ajv({ strict: false }).compile(schema);

describe('the schema of lfjob.config.json', () => {
  it.each([
    {},
    { $schema: './schema.json' },
    { rules: {}, files: [], ignore: [] },
    { rules: { comment: 'off', 'unknown-property': 'error' } },
    { files: ['jobs/*.json'], ignore: ['drafts/'] },
    { rules: { coment: 'off' } },
    { rules: { comment: 'loud' } },
    { rules: [] },
    { files: 'jobs' },
    { files: [1] },
    { ignore: [''] },
    { endpoint: 'https://host' },
    { connection: { token: '' } },
    { rule: {} },
    [],
    'rules',
  ])('agrees with what is read: %j', (configuration) => {
    expect(validate(configuration)).toBe(configurationFrom(JSON.stringify(configuration)).problems.length === 0);
  });

  it('completes the codes of rules in VS Code', async () => {
    const [contribution] = manifest.contributes.jsonValidation;
    expect(contribution).toEqual({ fileMatch: configurationName, url: './schemas/lfjob.config.schema.json' });
    const service = getLanguageService({
      schemaRequestService: async () => Promise.resolve(JSON.stringify(schema)),
    });
    service.configure({ schemas: [{ uri: 'test:/schema.json', fileMatch: ['*'] }] });
    const document = documentOf('{ "rules": { "" } }');
    const position = document.positionAt(14);
    const completions = await service.doComplete(document, position, service.parseJSONDocument(document));
    expect(completions?.items.map(({ label }) => label)).toEqual(Object.keys(rules));
  });
});
