import { describe, expect, test } from 'vitest';
import { createBody, isUpdated, updateBody } from '../../../../client/src/submit/requestBody.ts';
import { startCounting } from '../../../support/executedBlocks.ts';

const executedBlocks = await startCounting();

test.each([
  ['{"$schema":"s","name":"n","type":"t"}', '{"name":"n","type":"t"}'],
  ['{"name":"n","parameter":{"$schema":"kept"}}', '{"name":"n","parameter":{"$schema":"kept"}}'],
  ['{ "name": "n" , "big": 1.50 }', '{ "name": "n" , "big": 1.50 }'],
])('%s creates a job by %s', (text, body) => {
  expect(createBody(text)).toBe(body);
});

test.each([
  ['{"$schema":"s","name":"n","type":"t"}', '{"name":"n"}'],
  ['{"name":"n","type":"t","parameter":{}}', '{"name":"n","parameter":{}}'],
  ['{"type":"t","name":"n"}', '{"name":"n"}'],
  ['{"name":"n","type":"t"}', '{"name":"n"}'],
  ['{"type":"t"}', '{}'],
  ['{"type":"t","name":"n","type":"u"}', '{"name":"n"}'],
  ['{"name":"n","parameter":{"type":"kept"}}', '{"name":"n","parameter":{"type":"kept"}}'],
  ['{"name":"n","big":12345678901234567890.10}', '{"name":"n","big":12345678901234567890.10}'],
])('%s updates by %s', (text, body) => {
  expect(updateBody(text)).toBe(body);
});

test.each([
  ['{"$schema":"s","name":"n","$schema":"s"}', '{"name":"n"}'],
  ['{\n  "$schema": "s",\n  "$schema": "s",\n  "name": "n"\n}', '{\n  "name": "n"\n}'],
])('%s creates a job without any of its schemas', (text, body) => {
  expect(createBody(text)).toBe(body);
});

test('removing a repeated property costs twice as much when there are twice as many', async () => {
  const textOf = (count: number): string => `{${'"$schema":"s",'.repeat(count)}"name":"n"}`;
  const small = await executedBlocks(() => void createBody(textOf(200)));
  const large = await executedBlocks(() => void createBody(textOf(400)));
  expect(large / small).toBeLessThan(2.5);
});

describe('a job that the service shows', () => {
  const sent = {
    name: 'n',
    other: 1,
    parameter: { a: { password: 'x', list: [1, { b: true }], conflict_strategy: 'UPSERT' } },
  };

  test.each([
    ['the same', sent],
    ['what the service adds', { ...sent, id: 'i', status: { status: 'SUCCESS' } }],
    ['no secret', { ...sent, parameter: { a: { ...sent.parameter.a, password: undefined } } }],
    ['without a property that no update has', { name: 'n', parameter: sent.parameter }],
    ['a number as text', { ...sent, parameter: { a: { ...sent.parameter.a, list: ['1', { b: true }] } } }],
    ['UPSERT as UPDATE', { ...sent, parameter: { a: { ...sent.parameter.a, conflict_strategy: 'UPDATE' } } }],
  ])('is as in the document with %s', (_, shown) => {
    expect(isUpdated(JSON.stringify(sent), shown)).toBe(true);
  });

  test.each([
    ['another name', { ...sent, name: 'm' }],
    ['a property less', { name: 'n' }],
    ['a shorter list', { ...sent, parameter: { a: { ...sent.parameter.a, list: [1] } } }],
    ['another value in a list', { ...sent, parameter: { a: { ...sent.parameter.a, list: [2, { b: true }] } } }],
    ['an object in the place of a value', { ...sent, name: {} }],
    ['nothing', undefined],
  ])('isn’t with %s', (_, shown) => {
    expect(isUpdated(JSON.stringify(sent), shown)).toBe(false);
  });

  test.each([
    ['smtp_password', 'word', '***'],
    ['password', 'word', ''],
    ['jdbc_url', 'jdbc:mysql://u:wo@rd@h/d', 'jdbc:mysql://u:***@h/d'],
    ['jdbc_url', 'jdbc:mysql://h/d?password=wo&rd', 'jdbc:mysql://h/d?password='],
    ['jdbc_url', 'jdbc:oracle:thin:u/word@h', 'jdbc:oracle:thin:u/***@h'],
  ])('may have another secret in %s', (property, value, shown) => {
    expect(isUpdated(JSON.stringify({ parameter: { [property]: value } }), { parameter: { [property]: shown } })).toBe(
      true,
    );
  });

  test('may not have another address around a password', () => {
    const job = (jdbc_url: string): object => ({ parameter: { jdbc_url } });
    expect(isUpdated(JSON.stringify(job('jdbc:mysql://u:word@h/d')), job('jdbc:mysql://u:***@g/d'))).toBe(false);
  });

  test('may not have other parameters behind the same password', () => {
    const job = (jdbc_url: string): object => ({ parameter: { jdbc_url } });
    const sent = job('jdbc:mysql://h/d?user=u&password=word&useSSL=true');
    expect(isUpdated(JSON.stringify(sent), sent)).toBe(true);
    expect(isUpdated(JSON.stringify(sent), job('jdbc:mysql://h/d?user=u&password=word&useSSL=false'))).toBe(false);
    expect(isUpdated(JSON.stringify(sent), job('jdbc:mysql://h/d?user=u&password=word'))).toBe(false);
  });

  test('has null for what it leaves out', () => {
    expect(isUpdated('{"description":null}', {})).toBe(true);
    expect(isUpdated('{"description":null}', { description: 'd' })).toBe(false);
  });
});
