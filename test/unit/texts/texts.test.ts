import { getL10nJson } from '@vscode/l10n-dev';
import { describe, expect, it } from 'vitest';
import { codeTexts, commentsIn, testNamesIn } from '../../../scripts/strings/codeTexts.ts';
import { markdownBlocks } from '../../../scripts/strings/markdownBlocks.ts';
import { sourceStrings } from '../../../scripts/strings/sourceStrings.ts';
import { localizedStrings, userStrings } from '../../../scripts/strings/userStrings.ts';
import type { StringRole, UserString } from '../../../scripts/strings/userString.ts';
import {
  codeWordingProblems,
  endsAsSentence,
  firstSentence,
  hasStraightApostrophe,
  isSentenceCase,
  isTitleCase,
  wordingProblems,
} from './wording.ts';

const strings = await userStrings();

function withRole(...roles: readonly StringRole[]): UserString[] {
  return strings.filter(({ role }) => roles.includes(role));
}

/** Returns the strings that a check finds, each with its source, as one readable list. */
function found(checked: readonly UserString[], isWrong: (text: string) => boolean): string[] {
  return checked.filter(({ text }) => isWrong(text)).map(({ source, text }) => `${source}: ${text}`);
}

describe('the strings that users read', () => {
  it('come from every area', () => {
    const areas = new Set(strings.map(({ source }) => /^[\w.]+/.exec(source)?.[0]));
    const expected = [
      'cli',
      'client',
      'language',
      'server',
      'package.nls.json',
      'rule',
      'schemas',
      'snippets',
      'README.md',
    ];
    expect([...areas]).toEqual(expect.arrayContaining(expected));
  });

  it('are those that @vscode/l10n-dev exports', async () => {
    const localized = await localizedStrings();
    // The calls alone, because it takes long for whole files.
    const contents = [
      `import * as l10n from '@vscode/l10n';`,
      ...localized.map(({ callArguments }) => `l10n.t(${callArguments});`),
    ].join('\n');
    const exported = await getL10nJson([{ extension: '.ts', contents }]);
    expect(Object.keys(exported).sort()).toEqual([...new Set(localized.map(({ text }) => text))].sort());
  });

  it('use the words of VS Code and JSON', () => {
    const problems = strings.flatMap(({ source, text }) =>
      wordingProblems(text).map((problem) => `${source}: ${problem}: ${text}`),
    );
    expect(problems).toEqual([]);
  });

  it('have typographic apostrophes, except in Markdown files', () => {
    const checked = withRole('message', 'diagnostic', 'title', 'command', 'other');
    expect(found(checked, hasStraightApostrophe)).toEqual([]);
  });

  it('are short in the first sentence of a diagnostic', () => {
    expect(found(withRole('diagnostic'), (text) => firstSentence(text).length > 100)).toEqual([]);
  });

  it('end as sentences in messages, but not in titles', () => {
    const failures = strings.filter(({ role, text }) => role !== 'block' && /^(?:Couldn’t|Not submitted)\b/.test(text));
    const messages = new Set([...withRole('message', 'diagnostic'), ...failures]);
    expect(found([...messages], (text) => !endsAsSentence(text))).toEqual([]);
    expect(found(withRole('title', 'command'), (text) => /[.!:]$/.test(text))).toEqual([]);
  });

  it('are in title case in commands, and in sentence case in the titles of rules', () => {
    expect(found(withRole('command'), (text) => !isTitleCase(text))).toEqual([]);
    const rules = withRole('title').filter(({ source }) => source.startsWith('rule '));
    expect(found(rules, (text) => !isSentenceCase(text))).toEqual([]);
  });
});

describe('comments and names of tests', () => {
  it('use the words of VS Code and JSON', async () => {
    const texts = await codeTexts();
    const problems = texts.flatMap(({ source, text }) =>
      codeWordingProblems(text).map((problem) => `${source}: ${problem}: ${text}`),
    );
    expect(texts.length).toBeGreaterThan(3000);
    expect(problems).toEqual([]);
  });

  it('are found in a file', () => {
    const source = `/**
 * Returns a.
 * @returns b
 */
const a = [1 /* one */]; // Last.
describe('a group', () => {
  test.each<number>([1])('is %i', () => undefined);
  it.each([
    1,
  ])('has a table', () => undefined);
});`;
    expect(commentsIn(source)).toEqual(['Returns a. @returns b', 'one', 'Last.']);
    expect(testNamesIn(source)).toEqual(['a group', 'is %i', 'has a table']);
  });
});

describe('wordingProblems', () => {
  it.each([
    'Enter the id of the project.',
    'The page marks the property as required.',
    'This is no job.',
    'The file cannot be read.',
    'The job has 1 errors.',
    'Error(s) in the job.',
    'A file whose name ends in .json.',
    'Enter the address of the service.',
    'Canceled, or cancelled.',
  ])('finds one in "%s"', (text) => {
    expect(wordingProblems(text)).toHaveLength(1);
  });

  it.each([
    'Enter the `id` of the project.',
    'Request ID: {0}.',
    'There is no connection.',
    'The endpoint is no longer available.',
    '"subnet_ip" must be an IP address.',
    'See https://example.com/id/address.',
    'The job has 1 error, 11 errors, and 0.1 seconds left.',
    '`${env:NAME}` stands for an environment variable.',
  ])('finds none in "%s"', (text) => {
    expect(wordingProblems(text)).toEqual([]);
  });
});

describe('firstSentence', () => {
  it.each([
    ['"{0}" must be {1}. It has {2}.', '"············" must be ············.'],
    ['The path is obs://a.b/c. Change it.', 'The path is obs://a.b/c.'],
    ['No period', 'No period'],
  ])('of %s', (message, sentence) => {
    expect(firstSentence(message)).toBe(sentence);
  });
});

describe('isTitleCase and isSentenceCase', () => {
  it.each(['Submit Job', 'Copy as cURL', 'Revoke Permission to Read Environment Variables'])('%s', (title) => {
    expect(isTitleCase(title)).toBe(true);
  });

  it.each(['Submit job', 'submit Job'])('not %s', (title) => {
    expect(isTitleCase(title)).toBe(false);
  });

  it.each(['Unknown property', 'Missing catalog_id', 'catalog_id without DLF', 'Invalid JDBC URL'])('%s', (title) => {
    expect(isSentenceCase(title)).toBe(true);
  });

  it.each(['Unknown Property', 'unknown property'])('not %s', (title) => {
    expect(isSentenceCase(title)).toBe(false);
  });
});

describe('sourceStrings', () => {
  it('returns the strings with their roles', () => {
    const source = `
      import * as l10n from '@vscode/l10n';
      prompts.error(isOne ? l10n.t('One error.') : l10n.t('{0} errors.', count));
      const question = { title: l10n.t('Delete Secret'), validate: () => l10n.t('Enter a name.') };
      const finding = { message: () => l10n.t('Duplicate.'), related: () => [{ message: l10n.t('First element') }] };
      function failureSentence() { return l10n.t('Failed: {0}.', l10n.t('no response')); }`;
    expect(sourceStrings('a.ts', source).map(({ role, text }) => [role, text])).toEqual([
      ['message', 'One error.'],
      ['message', '{0} errors.'],
      ['title', 'Delete Secret'],
      ['other', 'Enter a name.'],
      ['message', 'Duplicate.'],
      ['other', 'First element'],
      ['message', 'Failed: {0}.'],
      ['other', 'no response'],
    ]);
  });

  it('rejects a string that isn’t a literal', () => {
    expect(() => sourceStrings('a.ts', `import * as messages from '@vscode/l10n'; messages.t(text);`)).toThrow(
      'a.ts: l10n.t needs a string literal, not text.',
    );
  });
});

describe('markdownBlocks', () => {
  it('returns headings, paragraphs, list items, and table rows without code blocks', () => {
    const markdown =
      '# Title\n\nA paragraph\non two lines.\n\n```sh\nnpm ci\n```\n- One\n  item\n- Two\n\n| a | b |\n| --- | --- |\n| 1 | 2 |\n';
    expect(markdownBlocks(markdown)).toEqual([
      'Title',
      'A paragraph on two lines.',
      'One item',
      'Two',
      '| a | b |',
      '| 1 | 2 |',
    ]);
  });
});
