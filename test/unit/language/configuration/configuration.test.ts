import { describe, expect, it } from 'vitest';
import { configurationFrom, defaultConfiguration } from '../../../../language/src/configuration/configuration.ts';

describe('configurationFrom', () => {
  it('reads rules and patterns', () => {
    const { configuration, problems } = configurationFrom(
      JSON.stringify({
        $schema: 'https://example.com/schema',
        rules: { comment: 'off', 'unknown-property': 'error' },
        files: ['jobs/*.lfjob.json', '*.lfjob'],
        ignore: ['drafts/'],
      }),
    );
    expect(problems).toEqual([]);
    expect(configuration).toEqual({
      severities: new Map([
        ['comment', 'off'],
        ['unknown-property', 'error'],
      ]),
      files: ['jobs/*.lfjob.json', '*.lfjob'],
      ignore: ['drafts/'],
    });
  });

  it.each(['{}', '\ufeff{}', '{ "$schema": "./schema.json" }'])('sets nothing by %j', (text) => {
    expect(configurationFrom(text)).toEqual({ configuration: defaultConfiguration, problems: [] });
  });

  it.each([
    ['', 'It must be an object, such as { "rules": {} }.'],
    ['[]', 'It must be an object, such as { "rules": {} }.'],
    ['{\n  "rules": }', 'It isn’t valid JSON (line 2, column 3).'],
    ['{ "rules": {}, // comment\n }', 'It isn’t valid JSON (line 1, column 14).'],
    ['{ "rules": [] }', '"rules" must be an object, such as { "unknown-property": "error" }.'],
    ['{ "rules": { "coment": "off" } }', '"rules": unknown rule "coment". Did you mean "comment"?'],
    [
      '{ "rules": { "comment": "none" } }',
      '"rules": the severity of "comment" must be error, warning, information, hint, or off.',
    ],
    ['{ "rule": {} }', 'Unknown property "rule". Did you mean "rules"?'],
    [
      '{ "endpoint": "https://host" }',
      'Unknown property "endpoint". Only these can be set: "rules", "files", "ignore".',
    ],
    ['{ "token": "" }', 'Unknown property "token". Only these can be set: "rules", "files", "ignore".'],
    ['{ "__proto__": {} }', 'Unknown property "__proto__". Only these can be set: "rules", "files", "ignore".'],
    ['{ "files": "*.json" }', '"files" must be an array of patterns, such as ["jobs/**/*.lfjob.json"].'],
    ['{ "ignore": [1] }', '"ignore" must be an array of patterns, such as ["jobs/**/*.lfjob.json"].'],
    ['{ "ignore": [""] }', '"ignore" must be an array of patterns, such as ["jobs/**/*.lfjob.json"].'],
  ])('reports the problem of %s', (text, problem) => {
    expect(configurationFrom(text).problems).toEqual([problem]);
  });
});
