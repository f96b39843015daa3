import { describe, expect, test } from 'vitest';
import { readJobDocument } from '../../../../client/src/submit/job.ts';

describe('a job document', () => {
  test('returns its name and type', () => {
    const body = '{"name":"nightly","type":"METADATA_DISCOVERY","parameter":{}}';
    expect(readJobDocument(body)).toEqual({
      name: 'nightly',
      type: 'METADATA_DISCOVERY',
      body,
      secrets: [],
      references: [],
      sharedSecrets: [],
    });
  });

  test('has a body without $schema', () => {
    const job = '"name":"nightly","type":"METADATA_DISCOVERY"}';
    expect(readJobDocument(`{"$schema":"s",${job}`)?.body).toBe(`{${job}`);
  });

  test('returns its secrets, wherever they are', () => {
    const text = JSON.stringify({
      name: 'n',
      type: 't',
      a: { password: 'one', b: [{ access_key: 'two', secret_key: 'three' }] },
    });
    expect(readJobDocument(text)?.secrets).toEqual(['one', 'two', 'three']);
  });

  test.each([
    ['a list', ['one', ['two']], ['one', 'two']],
    ['an object', { of: 'one' }, ['one']],
    ['a number', 12345, ['12345']],
  ])('returns them if a password is %s', (_, password, secrets) => {
    expect(readJobDocument(JSON.stringify({ name: 'n', type: 't', a: { password } }))?.secrets).toEqual(secrets);
  });

  test('that is nested too deeply is none', () => {
    const deep = `${'['.repeat(100_000)}${']'.repeat(100_000)}`;
    expect(readJobDocument(`{"name":"n","type":"t","a":${deep}}`)).toBeUndefined();
  });

  test.each(['', '[]', 'null', '{"name":1,"type":"t"}', '{"name":"n"}', '{"name":'])('%j is none', (text) => {
    expect(readJobDocument(text)).toBeUndefined();
  });
});
