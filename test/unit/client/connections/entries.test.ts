import { describe, expect, test } from 'vitest';
import type { Draft } from '../../../../client/src/connections/connection.ts';
import {
  emptyDraft,
  entriesOf,
  sharesSignIn,
  withAdded,
  withChanged,
  withoutEntry,
} from '../../../../client/src/connections/entries.ts';

const dev = { name: 'dev', region: 'cn-north-4', projectId: 'p', instanceId: 'i' };
const draft: Draft = { ...emptyDraft, ...dev };
const broken = { name: 'half', note: 'to do' };

describe('the entries of the setting', () => {
  test('are all there, the unusable ones with the reason', () => {
    expect(entriesOf([dev, broken, 7, null])).toEqual([
      { value: dev, draft },
      {
        value: broken,
        draft: { ...emptyDraft, name: 'half' },
        problem: 'Connection "half" has no region.',
      },
      { value: 7, draft: emptyDraft, problem: 'Connection 3 must be an object.' },
      { value: null, draft: emptyDraft, problem: 'Connection 4 must be an object.' },
    ]);
  });

  test('are read as far as they are texts', () => {
    const value = { name: ' prod ', region: 7, endpoint: 'https://host', production: true };
    expect(entriesOf([value])?.[0]?.draft).toEqual({
      ...emptyDraft,
      name: 'prod',
      endpoint: 'https://host',
      production: true,
    });
  });

  test.each([
    ['not set', undefined, []],
    ['an object', {}, undefined],
    ['null', null, undefined],
    ['a text', 'dev', undefined],
  ])('%s', (_, setting, entries) => {
    expect(entriesOf(setting)).toEqual(entries);
  });
});

describe('a connection that is added', () => {
  test.each([
    ['to nothing', undefined, draft, [dev]],
    ['behind others, broken ones too', [broken, 7], draft, [broken, 7, dev]],
    [
      'with its own addresses, and production',
      [],
      { ...draft, endpoint: 'https://lake', iamEndpoint: 'https://iam', production: true },
      [{ ...dev, endpoint: 'https://lake', iamEndpoint: 'https://iam', production: true }],
    ],
    ['to what is no array: not at all', { dev }, draft, undefined],
  ])('%s', (_, setting, added, expected) => {
    expect(withAdded(setting, added)).toEqual(expected);
  });
});

describe('a connection that is changed', () => {
  const full = { note: 'ours', ...dev, extra: { deep: [1] }, endpoint: 'https://lake', production: true };

  test.each([
    [
      'keeps its other properties',
      [full],
      full,
      { ...draft, name: 'test', endpoint: 'https://lake', production: true },
      [{ ...full, name: 'test' }],
    ],
    ['leaves out what is the default now', [full], full, draft, [{ note: 'ours', extra: { deep: [1] }, ...dev }]],
    [
      'leaves its neighbours alone',
      [broken, dev, 7],
      dev,
      { ...draft, region: 'r' },
      [broken, { ...dev, region: 'r' }, 7],
    ],
    ['is mended', [broken], broken, draft, [{ note: 'to do', ...dev }]],
    ['is written where there was no object', [7], 7, draft, [dev]],
    ['that is gone meanwhile is not written', [broken], dev, draft, undefined],
    ['in what is no array any more is not written', { dev }, dev, draft, undefined],
    [
      'that stands there twice is changed once',
      [dev, dev],
      dev,
      { ...draft, name: 'test' },
      [{ ...dev, name: 'test' }, dev],
    ],
  ])('%s', (_, setting, before, after, expected) => {
    expect(withChanged(setting, before, after)).toEqual(expected);
  });

  test('keeps the order of its properties', () => {
    expect(JSON.stringify(withChanged([full], full, { ...draft, name: 'test', production: true }))).toBe(
      '[{"note":"ours","name":"test","region":"cn-north-4","projectId":"p","instanceId":"i","extra":{"deep":[1]},"production":true}]',
    );
  });

  test('keeps a property with a name that objects have', () => {
    const value: unknown = JSON.parse(`{ "__proto__": 1, "toString": 2, "name": "dev" }`);
    expect(JSON.stringify(withChanged([value], value, draft))).toMatch(/^\[{"__proto__":1,"toString":2,"name":"dev",/);
  });
});

describe('a connection that is removed', () => {
  test.each([
    ['leaves the others', [broken, dev, 7], dev, [broken, 7]],
    ['may be broken', [broken, 7], 7, [broken]],
    ['that is gone meanwhile removes nothing', [broken], dev, undefined],
  ])('%s', (_, setting, before, expected) => {
    expect(withoutEntry(setting, before)).toEqual(expected);
  });
});

describe('a sign-in to one connection', () => {
  test.each<[string, Partial<Draft>, boolean]>([
    ['is one to the same with another instance', { instanceId: 'other' }, true],
    ['is one to the same, now production', { production: true }, true],
    [
      'is one to the same with the address written out',
      { endpoint: 'https://lakeformation.cn-north-4.myhuaweicloud.com' },
      true,
    ],
    ['is none to another name', { name: 'test' }, false],
    ['is none to another region', { region: 'cn-east-3' }, false],
    ['is none to another address', { endpoint: 'https://lake' }, false],
    ['is none to another IAM', { iamEndpoint: 'https://iam' }, false],
    ['is none to another project', { projectId: 'other' }, false],
  ])('%s', (_, change, shares) => {
    expect(sharesSignIn(draft, { ...draft, ...change })).toBe(shares);
  });
});
