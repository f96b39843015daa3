import { describe, expect, it } from 'vitest';
import { getLanguageService } from 'vscode-json-languageservice';
import { rules } from '../../../language/src/rules/catalogue.ts';
import manifest from '../../../package.json' with { type: 'json' };
import strings from '../../../package.nls.json' with { type: 'json' };
import { ruleStrings } from '../../../scripts/docs.ts';
import { englishWords } from '../../../scripts/ruleTexts.ts';
import { documentOf } from '../../support/cursor.ts';

/** The schema of a setting as VS Code gives it to its JSON language service: every `%key%` replaced. */
const texts = new Map<string, string>(Object.entries(strings));
const schema = JSON.stringify(manifest.contributes.configuration.properties['lakeformation.rules']).replaceAll(
  /%([\w.-]+)%/g,
  (_, key: string) => JSON.stringify(texts.get(key) ?? `no ${key}`).slice(1, -1),
);

const service = getLanguageService({ schemaRequestService: async () => Promise.resolve(schema) });
service.configure({ schemas: [{ uri: 'test:/rules.schema.json', fileMatch: ['*'] }] });

/** What VS Code suggests in the value of the setting at the bar. */
async function suggestionsAt(marked: string): Promise<{ label: string; text: string }[]> {
  const document = documentOf(marked.replace('|', ''));
  const position = document.positionAt(marked.indexOf('|'));
  const completions = await service.doComplete(document, position, service.parseJSONDocument(document));
  return (completions?.items ?? []).map(({ label, documentation }) => ({
    label,
    text: typeof documentation === 'string' ? documentation : (documentation?.value ?? ''),
  }));
}

describe('the setting lakeformation.rules', () => {
  it('suggests every code with its title', async () => {
    const suggestions = await suggestionsAt('{ "|" }');
    expect(suggestions.map(({ label }) => label)).toEqual(Object.keys(rules));
    expect(suggestions.map(({ text }) => text)).toEqual(Object.values(ruleStrings(rules, englishWords)));
  });

  it('suggests the severities', async () => {
    const labels = (await suggestionsAt('{ "missing-block": | }')).map(({ label }) => label);
    expect(labels.sort()).toEqual(['"error"', '"hint"', '"information"', '"off"', '"warning"']);
  });

  it.each([
    ['{ "missing-block": "off" }', 0],
    ['{ "missing-blok": "off" }', 1],
    ['{ "missing-block": "none" }', 1],
  ])('has %s with %i problems', async (text, count) => {
    const document = documentOf(text);
    expect(await service.doValidation(document, service.parseJSONDocument(document))).toHaveLength(count);
  });
});
