import { expect, test } from 'vitest';
import { snippetText } from '../../support/snippetText.ts';

test.each([
  ['plain', 'plain'],
  ['a$1b${2}c$0', 'abc'],
  ['${1:text}', 'text'],
  ['${1:a ${2:b} c}', 'a b c'],
  ['${1:lake} and $1 and ${1}', 'lake and lake and lake'],
  ['${1|one,two,three|}', 'one'],
  ['${1|one|} and ${2|x\\,y,z|}', 'one and x,y'],
  ['${1|a\\|b,c|}', 'a|b'],
  ['${1|a\\\\,b|}', 'a\\'],
  // Within a choice, a dollar sign and a brace are themselves, and so is a backslash before them.
  ['${1|$2 },b|}', '$2 }'],
  ['${1|\\$,b|}', '\\$'],
  ['\\$1 \\} \\\\', '$1 } \\'],
  ['${1:\\${secret:NAME\\}}', '${secret:NAME}'],
  ['"${1:\\\\\\\\}"', '"\\\\"'],
  ['a\\nb $ {}', 'a\\nb $ {}'],
  ['ends with \\', 'ends with \\'],
])('%s inserts %s', (snippet, text) => {
  expect(snippetText(snippet)).toBe(text);
});

test.each([
  ['${1:open', '"}" is missing'],
  ['${1|a,b', 'choice'],
  ['${1|a,b}', 'choice'],
  ['${1|a|b|}', 'choice'],
  ['${1|a\\|}', 'choice'],
  ['${1||}', 'choice'],
  ['${1|a,|}', 'choice'],
  ['${secret:NAME}', 'variable'],
  ['$TM_FILENAME', 'variable'],
])('%s is refused: %s', (snippet, reason) => {
  expect(() => snippetText(snippet)).toThrow(reason);
});
