import { describe, expect, test } from 'vitest';
import { readJobDocument } from '../../../client/src/submit/job.ts';

describe('a job document', () => {
  test('tells its name and type', () => {
    expect(readJobDocument('{"name":"nightly","type":"METADATA_DISCOVERY","parameter":{}}')).toEqual({
      name: 'nightly',
      type: 'METADATA_DISCOVERY',
      secrets: [],
      references: [],
    });
  });

  test('tells its secrets, wherever they stand', () => {
    const text = JSON.stringify({
      name: 'n',
      type: 't',
      a: { password: 'one', b: [{ access_key: 'two', secret_key: 'three' }] },
    });
    expect(readJobDocument(text)?.secrets).toEqual(['one', 'two', 'three']);
  });

  test.each([
    ['${secret:DB}', ['${secret:DB}']],
    ['jdbc:mysql://${env:HOST}:${env:PORT}/db', ['${env:HOST}', '${env:PORT}']],
    ['$${secret:DB}', []],
    ['${other:DB}', []],
  ])('%s refers to %j', (password, references) => {
    expect(readJobDocument(JSON.stringify({ name: 'n', type: 't', password }))?.references).toEqual(references);
  });

  test.each(['', '[]', 'null', '{"name":1,"type":"t"}', '{"name":"n"}', '{"name":'])('%j is none', (text) => {
    expect(readJobDocument(text)).toBeUndefined();
  });
});
