import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  changesBetween,
  isUnchanged,
  leftOutProperties,
  readableText,
} from '../../../../../client/src/submit/review/changes.ts';
import { createBody } from '../../../../../client/src/submit/requestBody.ts';
import { isObject } from '../../../../../language/src/documents/value.ts';
import { withoutSecrets } from '../../../../service/operations/secrets.ts';
import { arbitraryJob } from '../../../../support/arbitraryJobs.ts';
import { isJson } from '../../../../support/isJson.ts';
import { runs } from '../../../../support/fastCheck.ts';

const job = (block: object, rest: object = {}): Record<string, unknown> => ({
  name: 'job',
  type: 'METADATA_MIGRATION',
  parameter: { metadata_migration_parameter: block },
  ...rest,
});

/** The changes between a job of the service and a document, as they are read. */
function changesOf(shown: Record<string, unknown>, written: object, sent: object = written): [string, string] {
  const { before, after } = changesBetween(shown, { written: JSON.stringify(written), sent: JSON.stringify(sent) });
  return [readableText(before), readableText(after)];
}

describe('a job is unchanged', () => {
  it.each<[string, Record<string, unknown>, object]>([
    ['as it was sent', job({ source_catalog: 'a' }), job({ source_catalog: 'a' })],
    [
      'in another order',
      job({ log_location: 'b', source_catalog: 'a' }),
      job({ source_catalog: 'a', log_location: 'b' }),
    ],
    [
      'but for what the service adds',
      { ...job({ source_catalog: 'a', ignore_obs_checked: false, newer: 1 }), id: '1', status: 'CREATED' },
      job({ source_catalog: 'a' }),
    ],
    [
      'but for empty values that the service adds or leaves out',
      job({ source_catalog: 'a', default_owner: null }, { description: null }),
      job({ source_catalog: 'a', network_type: '' }, { description: '' }),
    ],
    [
      'but for secrets, which it leaves out',
      job({ datasource_parameter: { username: 'u' } }),
      job({ datasource_parameter: { username: 'u', password: 'p', secret_key: 's' } }),
    ],
    [
      'but for a source that has only secrets',
      job({ source_catalog: 'a' }),
      job({ source_catalog: 'a', datasource_parameter: { password: 'p', username: '' } }),
    ],
    ['but for $schema', job({ source_catalog: 'a' }), job({ source_catalog: 'a' }, { $schema: './lfjob.schema.json' })],
    [
      'but for UPSERT, which it prints as UPDATE',
      job({ conflict_strategy: 'UPDATE' }),
      job({ conflict_strategy: 'UPSERT' }),
    ],
    ['in a number that it prints as a string', job({ table_depth: '2' }), job({ table_depth: 2 })],
  ])('%s', (_, shown, written) => {
    expect(
      isUnchanged(
        changesBetween(shown, { written: JSON.stringify(written), sent: createBody(JSON.stringify(written)) }),
      ),
    ).toBe(true);
  });

  it('whatever it has, where the service returns it without its secrets', () => {
    fc.assert(
      fc.property(arbitraryJob(), (text) => {
        fc.pre(isJson(text));
        const shown = withoutSecrets(JSON.parse(text));
        expect(isUnchanged(changesBetween(isObject(shown) ? shown : {}, { written: text, sent: text }))).toBe(true);
      }),
      runs(200),
    );
  });
});

describe('the changes of a job', () => {
  it('have what differs alone, in the order of the API reference', () => {
    const [before, after] = changesOf(
      job({ log_location: 'obs://old', source_catalog: 'a', default_owner: 'hive' }),
      job({ source_catalog: 'a', log_location: 'obs://new', network_type: 'EIP' }),
    );
    expect(before).toBe(
      after.replace('obs://new', 'obs://old').replace('"network_type": "EIP"', '"default_owner": "hive"'),
    );
  });

  it('show a reference as a reference, unless the service has another value', () => {
    const written = job({ source_catalog: '${env:A}', target_catalog: '${env:B}' });
    const sent = job({ source_catalog: 'a', target_catalog: 'b' });
    const [before, after] = changesOf(job({ source_catalog: 'a', target_catalog: 'old' }), written, sent);
    expect(before).toBe(after.replace('${env:B}', 'old'));
  });

  it('have the elements of arrays that are added and removed', () => {
    const [before, after] = changesOf(job({ sync_objects: ['TABLE', 'DATABASE'] }), job({ sync_objects: ['TABLE'] }));
    expect([before, after].map((text) => text.includes('"DATABASE"'))).toEqual([true, false]);
  });
});

describe('the properties that a document leaves out', () => {
  it.each<[string, object, Record<string, unknown>, readonly string[]]>([
    [
      'are those that only the job has',
      job({}),
      job({ default_owner: 'hive', source_catalog: 'a' }),
      ['source_catalog', 'default_owner'],
    ],
    [
      'are named by the outermost one',
      job({}),
      job({ datasource_parameter: { username: 'u' } }),
      ['datasource_parameter'],
    ],
    ['have no secrets', job({ datasource_parameter: {} }), job({ datasource_parameter: { password: 'p' } }), []],
    ['have nothing that means the same as none', job({}), job({ default_owner: '', ignore_obs_checked: false }), []],
    ['have nothing that only the service adds', job({}), { ...job({ newer: 1 }), id: '1', status: 'CREATED' }, []],
    ['are none where the document has another value', job({ source_catalog: 'a' }), job({ source_catalog: 'b' }), []],
  ])('%s', (_, document, shown, names) => {
    expect(leftOutProperties(document, shown)).toEqual(names);
  });
});
