import { describe, expect, it } from 'vitest';
import { inParentheses, joinNames, joinSentences, labeled } from '../../../language/src/joining.ts';

describe('joinSentences', () => {
  it.each([
    [['One.', 'Two.'], 'One. Two.'],
    [['One.', '', undefined, 'Three.'], 'One. Three.'],
    [['', 'With {0} and {1}.', '{0}'], 'With {0} and {1}. {0}'],
    [[], ''],
  ])('%j: %s', (sentences, text) => {
    expect(joinSentences(...sentences)).toBe(text);
  });
});

describe('joinNames', () => {
  it('has commas', () => {
    expect(joinNames(['a', 'b', 'c'])).toBe('a, b, c');
  });
});

describe('inParentheses', () => {
  it.each([
    ['a', ' (a)'],
    ['', ''],
    [undefined, ''],
  ])('%s: "%s"', (addition, text) => {
    expect(inParentheses(addition)).toBe(text);
  });
});

describe('labeled', () => {
  it('has a colon', () => {
    expect(labeled('Create 2', 'a, b')).toBe('Create 2: a, b');
  });
});
