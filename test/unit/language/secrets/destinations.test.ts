import { describe, expect, test } from 'vitest';
import { startCounting } from '../../../support/executedBlocks.ts';
import { parse } from '../../../../language/src/documents/parse.ts';
import { destinationsIn, type Destination, type Route } from '../../../../language/src/secrets/destinations.ts';

function destinationsOf(text: string): Destination[] {
  return destinationsIn(parse(text));
}

/** Each destination on a line, as shown. */
function shown(text: string): string[] {
  return destinationsOf(text).map(
    ({ reference, property, host }) => `${reference} ${property}${host === undefined ? '' : ` → ${host}`}`,
  );
}

/** A migration with a password and these properties in its source; `outer` are those around it. */
function migration(source: object, outer: object = {}): string {
  const datasource = { password: '${secret:DB}', ...source };
  return JSON.stringify({
    parameter: { metadata_migration_parameter: { ...outer, datasource_parameter: datasource } },
  });
}

const usual = { jdbc_url: 'jdbc:mysql://10.0.0.5:3306/hive' };

describe('the destinations of references', () => {
  test.each<[string, string, string[]]>([
    [
      'the property and the host of the address beside it',
      migration(usual),
      ['${secret:DB} password → mysql://10.0.0.5'],
    ],
    ['the address itself', '{"jdbc_url":"jdbc:mysql://${env:HOST}/m"}', ['${env:HOST} jdbc_url → mysql://${env:HOST}']],
    ['an endpoint', '{"endpoint":"dlf.example","access_key":"${env:A}"}', ['${env:A} access_key → dlf.example']],
    ['both', '{"a":"${env:A}","endpoint":"a","jdbc_url":"jdbc:x://b"}', ['${env:A} a → a, x://b']],
    ['an address further out', '{"endpoint":"a","b":[{"c":"${env:A}"}]}', ['${env:A} b[0].c → a']],
    ['the nearest address', '{"endpoint":"a","b":{"endpoint":"c","d":"${env:A}"}}', ['${env:A} d → c']],
    ['no address', '{"description":"${env:A}","b":{"endpoint":"c"}}', ['${env:A} description']],
    ['an element of an array', '{"a":{"b":["","${env:A}"]}}', ['${env:A} b[1]']],
    ['the whole document', '"${env:A}"', ['${env:A} $']],
    ['an unusual property', '{"a b\\n\u202e":"${env:A}"}', ["${env:A} ['a b\\n']"]],
    [
      'several in a string, each once',
      '{"a":"${env:A}${secret:B}${env:A}$${env:C}${d}"}',
      ['${env:A} a', '${secret:B} a'],
    ],
    ['each of duplicate properties', '{"a":"${env:A}","a":"${env:B}"}', ['${env:A} a', '${env:B} a']],
    ['every one of duplicate addresses', '{"a":"${env:A}","endpoint":"x","endpoint":"y"}', ['${env:A} a → x, y']],
    [
      'properties and addresses that are written in escapes',
      '{"\\u0061":"\\u0024{env:A}","endp\\u006fint":"x"}',
      ['${env:A} a → x'],
    ],
    ['nothing without a reference', migration({ password: '' }), []],
    ['nothing without a value', '', []],
  ])('have %s', (_, text, expected) => {
    expect(shown(text)).toEqual(expected);
  });

  test('have the path of the property', () => {
    expect(destinationsOf(migration(usual)).map(({ path }) => path)).toEqual([
      '$.parameter.metadata_migration_parameter.datasource_parameter.password',
    ]);
  });
});

describe('the route of a reference', () => {
  const routeOf = (text: string): Route | undefined => destinationsOf(text)[0]?.route;
  const before = routeOf(migration(usual, { network_type: 'EIP' }));

  test.each<[string, object, object?]>([
    ['the host', { jdbc_url: 'jdbc:mysql://10.0.0.6:3306/hive' }],
    ['the port', { jdbc_url: 'jdbc:mysql://10.0.0.5:3307/hive' }],
    ['the database', { jdbc_url: 'jdbc:mysql://10.0.0.5:3306/other' }],
    ['a parameter', { jdbc_url: 'jdbc:mysql://10.0.0.5:3306/hive?socksProxyHost=x' }],
    ['an endpoint', { ...usual, endpoint: 'dlf.example' }],
    ['the subnet', { ...usual, subnet_ip: '10.0.0.1' }],
    ['the network', usual, { network_type: 'VPC_PEERING' }],
    ['the VPC', usual, { network_type: 'EIP', accepted_vpc_id: 'x' }],
    ['an address that is no string', { ...usual, endpoint: [1] }],
  ])('is another one with %s changed', (_, source, outer = { network_type: 'EIP' }) => {
    expect(routeOf(migration(source, outer))).not.toEqual(before);
  });

  test.each<[string, string]>([
    ['other properties', migration({ ...usual, username: 'hive' }, { network_type: 'EIP', source_catalog: 'a' })],
    ['escapes', migration(usual, { network_type: 'EIP' }).replace('10.0', '\\u0031\\u0030.0')],
    ['white space', JSON.stringify(JSON.parse(migration(usual, { network_type: 'EIP' })), null, 2)],
  ])('is the same with %s', (_, text) => {
    expect(routeOf(text)).toEqual(before);
  });

  test('is the same in another order of the properties', () => {
    const [one, other] = [
      '{"a":"${env:A}","endpoint":"x","jdbc_url":"y"}',
      '{"jdbc_url":"y","endpoint":"x","a":"${env:A}"}',
    ];
    expect(routeOf(one)).toEqual(routeOf(other));
  });

  test('is shared by the references in an object, so that many of them and a long address take little memory', () => {
    const [one, other] = destinationsOf('{"endpoint":"x","a":"${env:A}","b":{"c":"${env:B}"}}');
    expect(one?.route).toBe(other?.route);
  });
});

const executedBlocks = await startCounting();

describe('twice as many places take twice as many steps:', () => {
  const repeated = (count: number, element: (index: number) => string): string =>
    Array.from({ length: count }, (_, index) => element(index)).join(',');

  test.each<[string, (count: number) => string]>([
    ['properties', (count) => `{${repeated(count, (index) => `"a${index}":"\${env:A}"`)}}`],
    ['elements', (count) => `[${repeated(count, () => '"${env:A}"')}]`],
    ['objects', (count) => `[${repeated(count, () => '{"endpoint":"a","b":"${env:A}"}')}]`],
    ['duplicate addresses', (count) => `{${repeated(count, () => '"endpoint":"${env:A}"')}}`],
    ['addresses', (count) => `{${repeated(count, (index) => `"endpoint":"a${index}"`)},"b":"\${env:A}"}`],
    ['properties below an address', (count) => `{"endpoint":"a","b":{${repeated(count, () => '"c":"${env:A}"')}}}`],
    ['references in a string', (count) => `["${'${env:A}'.repeat(count)}"]`],
    ['hosts of an address', (count) => `{"jdbc_url":"jdbc:mysql://${repeated(count, () => 'a:1')}/\${env:A}"}`],
    ['slashes of an address', (count) => `{"jdbc_url":"${'/'.repeat(count)}\${env:A}"}`],
  ])('%s', { timeout: 60_000 }, async (_, textOf) => {
    const small = await executedBlocks(() => void destinationsOf(textOf(1000)));
    const large = await executedBlocks(() => void destinationsOf(textOf(2000)));
    expect(large / small).toBeLessThan(2.5);
  });

  test('nesting', { timeout: 60_000 }, async () => {
    const nested = (depth: number): string => `${'{"endpoint":"a","b":'.repeat(depth)}"\${env:A}"${'}'.repeat(depth)}`;
    const small = await executedBlocks(() => void destinationsOf(nested(200)));
    const large = await executedBlocks(() => void destinationsOf(nested(400)));
    expect(large / small).toBeLessThan(2.5);
  });
});
