import { expect, test } from 'vitest';
import { describeFailure } from '../../../../language/src/failures/describeFailure.ts';

/** A failure that quotes the document, as `JSON.parse` makes one. */
function quoting(text: string): Error {
  try {
    return new Error(String(JSON.parse(text)));
  } catch (error) {
    return error instanceof Error ? error : new Error('none');
  }
}

test('a failure is described by its kind and its places, without its message', () => {
  const error = quoting('s3cret\n    at s3cret');
  expect(error.message).toContain('s3cret');
  const description = describeFailure(error);
  expect(description).toMatch(/^SyntaxError\n {4}at .*quoting/s);
  expect(description).not.toContain('s3cret');
});

test.each([
  ['a stack that has the places alone', Object.assign(new TypeError('s3cret'), { stack: 's3cret@x:1' }), 'TypeError'],
  [
    'a stack with another message',
    Object.assign(new TypeError('s'), { stack: 'TypeError: s3cret\n    at x:1' }),
    'TypeError',
  ],
  ['no error at all', 's3cret', 'something that is no error was thrown'],
])('%s is safe', (_, error, description) => {
  expect(describeFailure(error)).toBe(description);
});
