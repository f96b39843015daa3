import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { sampleGallery } from '../../../language/src/features/sampleGallery.ts';
import { parse } from '../../../language/src/documents/parse.ts';
import { isObject } from '../../../language/src/documents/value.ts';
import { check } from '../../../language/src/rules/check.ts';
import { noEnvironment } from '../../../language/src/rules/environment.ts';

const folder = new URL('../../../samples/', import.meta.url);
const files = readdirSync(folder);

test('the gallery offers every sample', () => {
  expect(files.sort()).toEqual(
    sampleGallery()
      .map(({ name }) => `${name}.lfjob.json`)
      .sort(),
  );
});

describe.each(files)('%s', (file) => {
  const parsed = parse(readFileSync(new URL(file, folder), 'utf8'));
  const codes = check(parsed, noEnvironment).map(({ code }) => code);

  test('has nothing to report but its sample values', () => {
    expect(codes).toContain('untouched-placeholder');
    expect(codes.filter((code) => code !== 'untouched-placeholder')).toEqual([]);
  });

  test('is a job of its name, with a description', () => {
    expect(isObject(parsed.data) && `${String(parsed.data.name)}.lfjob.json`).toBe(file);
    expect(isObject(parsed.data) && parsed.data.description).toMatch(/^[A-Z].{20,}[^.]$/);
  });

  test('has no secret', () => {
    for (const [, value = ''] of parsed.text.matchAll(/"(?:password|access_key|secret_key)": "([^"]*)"/g)) {
      expect(value).toMatch(/^\$\{secret:[A-Z_]+\}$/);
    }
  });
});
