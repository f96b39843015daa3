import { beforeEach, describe, expect, test } from 'vitest';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { parse } from '../../../../language/src/documents/parse.ts';
import { OpenJobs } from '../../../../server/src/state/openJobs.ts';

const job = (name: string, instance = 'dev'): string =>
  JSON.stringify({
    name,
    type: 'METADATA_DISCOVERY',
    parameter: { metadata_discovery_parameter: { instance_id: instance } },
  });

let jobs: OpenJobs;
beforeEach(() => {
  jobs = new OpenJobs();
});

/** Opens or changes a document, which has its own layout. @returns whether others are concerned */
function change(uri: string, text: string): boolean {
  return changeExactly(uri, `${text}\n${' '.repeat(uri.length + (uri.codePointAt(0) ?? 0))}`);
}

function changeExactly(uri: string, text: string): boolean {
  return jobs.update(TextDocument.create(uri, 'lfjob', 1, text), parse(text));
}

const namesakes = (uri: string, name: string, instance = 'dev'): string[] =>
  jobs.namesakes(uri, name, instance).map((location) => location.uri);

describe('the other documents are concerned', () => {
  test('by a document that takes the name of another one', () => {
    change('a', job('nightly'));
    expect(change('b', job('nightly'))).toBe(true);
  });

  test('by a document that gives its name up', () => {
    change('a', job('nightly'));
    change('b', job('nightly'));
    expect(change('b', job('hourly'))).toBe(true);
  });

  test('by a document that moves from one name to another', () => {
    change('a', job('nightly'));
    change('b', job('hourly'));
    change('c', job('nightly'));
    expect(change('c', job('hourly'))).toBe(true);
    expect([namesakes('a', 'nightly'), namesakes('b', 'hourly')]).toEqual([[], ['c']]);
  });

  test('by a document that is closed', () => {
    change('a', job('nightly'));
    change('b', job('nightly'));
    expect(jobs.delete('b')).toBe(true);
  });

  test.each([
    ['has no name any more', '{}'],
    ['has an empty name', job('')],
    ['has no instance any more', '{ "name": "nightly" }'],
    ['has a name of another type', job('nightly').replace('"nightly"', '7')],
    ['is broken', '{'],
    ['is empty', ''],
  ])('by a document that %s', (_, text) => {
    change('a', job('nightly'));
    change('b', job('nightly'));
    expect(change('b', text)).toBe(true);
    expect(namesakes('a', 'nightly')).toEqual([]);
  });
});

describe('no other document is concerned', () => {
  test('by the first one with a name', () => {
    expect(change('a', job('nightly'))).toBe(false);
  });

  test('by a change elsewhere in a document', () => {
    change('a', job('nightly'));
    change('b', job('nightly'));
    expect(change('b', ` ${job('nightly')}`)).toBe(false);
  });

  test('by a job for another instance', () => {
    change('a', job('nightly', 'dev'));
    expect(change('b', job('nightly', 'prod'))).toBe(false);
  });

  test('by one that changes its own name', () => {
    change('a', job('nightly'));
    expect(change('a', job('hourly'))).toBe(false);
    expect(namesakes('b', 'nightly')).toEqual([]);
  });

  test('by one that is closed alone, twice, or was never open', () => {
    change('a', job('nightly'));
    expect([jobs.delete('a'), jobs.delete('a'), jobs.delete('b')]).toEqual([false, false, false]);
  });

  test.each(['{}', '', '[', '{ "name": "nightly" }'])('by one without name or instance: %j', (text) => {
    change('a', job('nightly'));
    expect(change('b', text)).toBe(false);
  });
});

describe('the jobs with a name for an instance', () => {
  test('are all others', () => {
    for (const uri of ['a', 'b', 'c']) change(uri, job('nightly'));
    expect(namesakes('b', 'nightly')).toEqual(['a', 'c']);
    expect(namesakes('new', 'nightly')).toEqual(['a', 'b', 'c']);
  });

  test('are none with another name, in other case or for another instance', () => {
    change('a', job('nightly'));
    expect([namesakes('b', 'hourly'), namesakes('b', 'Nightly'), namesakes('b', 'nightly', 'prod')]).toEqual([
      [],
      [],
      [],
    ]);
  });

  test('can’t be mistaken for others by the characters of the name', () => {
    change('a', job('x","y', 'z'));
    expect(namesakes('b', 'x', 'y","z')).toEqual([]);
  });

  test('are found at the current value of their name', () => {
    change('a', job('nightly'));
    change('a', `\n  ${job('nightly')}`);
    expect(jobs.namesakes('b', 'nightly', 'dev')).toEqual([
      { uri: 'a', range: { start: { line: 1, character: 10 }, end: { line: 1, character: 19 } } },
    ]);
  });

  test('are those of the block that the type selects', () => {
    change('a', job('nightly').replace('METADATA_DISCOVERY', 'PERMISSION_MIGRATION'));
    expect(namesakes('b', 'nightly')).toEqual([]);
  });
});

describe('a document with the same text is the same job in another view', () => {
  test('and no namesake', () => {
    expect(changeExactly('a', job('nightly'))).toBe(false);
    expect(changeExactly('b', job('nightly'))).toBe(false);
    expect(namesakes('a', 'nightly')).toEqual([]);
  });

  test('until one of the two is changed', () => {
    changeExactly('a', job('nightly'));
    changeExactly('b', job('nightly'));
    expect(changeExactly('b', ` ${job('nightly')}`)).toBe(true);
    expect(namesakes('a', 'nightly')).toEqual(['b']);
    expect(changeExactly('b', job('nightly'))).toBe(true);
    expect(namesakes('a', 'nightly')).toEqual([]);
  });

  test('and so is one of another scheme', () => {
    change('file:///a', job('nightly'));
    change('git:/a', job('nightly'));
    expect(namesakes('file:///a', 'nightly')).toEqual([]);
  });
});
