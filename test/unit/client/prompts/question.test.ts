import { describe, expect, test } from 'vitest';
import { replyOf, rowsOf, type Question, type Row } from '../../../../client/src/prompts/question.ts';

const question: Question = {
  title: 'Color',
  step: 1,
  totalSteps: 1,
  canGoBack: false,
  prompt: 'Which color?',
  value: '',
  choices: [
    { label: 'Red', description: 'warm', value: 'red' },
    { label: 'Blue', value: 'blue' },
  ],
  takesText: true,
  remarkOn(text) {
    if (text === 'none') return { text: 'That is no color.', isError: true };
    return text === 'mud' ? { text: 'Are you sure?', isError: false } : undefined;
  },
};
const red: Row = { label: 'Red', description: 'warm', answer: 'red' };
const blue: Row = { label: 'Blue', answer: 'blue' };

test.each<[string, Row[]]>([
  ['', [red, blue]],
  ['  ', [red, blue]],
  ['Red', [red, blue]],
  ['blue', [red, blue]],
  [' green ', [red, blue, { label: 'Use entered text', description: 'green', alwaysShow: true, answer: undefined }]],
  [
    'mud',
    [
      red,
      blue,
      {
        label: 'Use entered text',
        description: 'mud',
        detail: '$(warning) Are you sure?',
        alwaysShow: true,
        answer: undefined,
      },
    ],
  ],
  ['none', [red, blue, { label: '$(error) That is no color.', alwaysShow: true, answer: undefined }]],
])('the rows while "%s" is typed', (typed, rows) => {
  expect(rowsOf(question, typed)).toEqual(rows);
});

test('a list that takes no text has its choices alone', () => {
  expect(rowsOf({ ...question, takesText: false }, 'green')).toEqual([red, blue]);
});

describe('the answer', () => {
  const own: Row = { label: 'Use gre', answer: undefined };
  test.each<[string, Row | undefined, string, string | undefined]>([
    ['is that of the row', red, 'bl', 'red'],
    ['is the text as it stands, also where the row is that of a moment ago', own, ' green ', 'green'],
    ['is the text where there is no row yet', undefined, 'green', 'green'],
    ['may be unusual', own, 'mud', 'mud'],
    ['is none where the text is wrong', own, 'none', undefined],
    ['is none without a row and a text', undefined, ' ', undefined],
  ])('%s', (_, row, typed, answer) => {
    expect(replyOf(question, row, typed)).toEqual(answer === undefined ? undefined : { kind: 'answer', text: answer });
  });

  test('isn’t a text if none is accepted', () => {
    expect(replyOf({ ...question, takesText: false }, undefined, 'green')).toBeUndefined();
  });
});
