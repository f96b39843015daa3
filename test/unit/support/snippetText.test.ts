import { expect, test } from 'vitest';
import { snippetText } from '../../support/snippetText.ts';

test.each([
  ['plain', 'plain'],
  ['a$1b${2}c$0', 'abc'],
  ['${1:text}', 'text'],
  ['${1:a ${2:b} c}', 'a b c'],
  ['${1|one,two|} and ${2|x\\,y,z|}', 'one and x,y'],
  ['\\$1 \\} \\\\', '$1 } \\'],
  ['${1:\\${secret:NAME\\}}', '${secret:NAME}'],
  ['a\\nb $ {}', 'a\\nb $ {}'],
])('%s inserts %s', (snippet, text) => {
  expect(snippetText(snippet)).toBe(text);
});

test.each(['${1:open', '${1|a,b'])('%s is not closed', (snippet) => {
  expect(() => snippetText(snippet)).toThrow('is missing');
});
