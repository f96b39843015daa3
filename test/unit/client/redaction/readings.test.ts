import { describe, expect, it, test } from 'vitest';
import { unescapedViews } from '../../../../client/src/redaction/escapes.ts';
import { readings } from '../../../../client/src/redaction/readings.ts';
import { originalSpan, type View } from '../../../../client/src/redaction/view.ts';

const isPrintable = Array.from({ length: 256 }, (_, byte) => byte >= 0x20 && byte < 0x7f);

const read = (text: string): string[] => [...readings({ text }, isPrintable)].map(({ view }) => view.text);

describe('the readings of a text', () => {
  test.each([
    ['as it is', 'abc', ['abc']],
    ['without white space', 'a b\n  c', ['a b\n  c', 'abc']],
    ['with what a form has for a space, and without', 'a+b', ['a+b', 'a b', 'ab']],
    ['with its escapes decoded, one level after the other', 'a%2525b', ['a%2525b', 'a%25b', 'a%b']],
    ['with escapes that are wrapped', '&#x\n41;', ['&#x\n41;', '&#x41;', 'A']],
    ['without escaped white space', 'a%0Ab', ['a%0Ab', 'a\nb', 'a%0Ab', 'ab']],
    ['with the bytes of a URL', '%C3%A9', ['%C3%A9', 'Ã©']],
    ['with what only looks like an escape', '&nothing;\\x%zz&#x110000;', ['&nothing;\\x%zz&#x110000;']],
  ])('are it %s', (_, text, expected) => {
    expect(read(text)).toEqual(expected);
  });

  test.each([
    ['Base64', 'cGFzc3dvcmQtMTIz'],
    ['Base64, from the second digit on', 'AcGFzc3dvcmQtMTIz'],
    ['Base64 on two lines', 'cGFzc3dv\n  cmQtMTIz'],
    ['Base64 in JSON', 'cGFzc3dv\\ncmQtMTIz'],
    ['Base64 of Base64', 'Y0dGemMzZHZjbVF0TVRJeg=='],
    ['hexadecimal', '70617373776f72642d313233'],
    ['hexadecimal behind other characters', '0x70617373776F72642D313233'],
    ['hexadecimal of Base64', '6347467a6333647663'.concat('6d51744d54497a')],
  ])('are what it has in %s', (_, text) => {
    expect(read(text)).toContainEqual(expect.stringContaining('password-123'));
  });

  it('aren’t what is in Base64 three times', () => {
    const thrice = btoa(btoa(btoa('password-123')));
    expect(read(thrice)).not.toContainEqual(expect.stringContaining('password-123'));
  });
});

it('a stretch of a view is found in the original text', () => {
  const text = 'x &amp;quot; \\u0079 z';
  const views = [...unescapedViews({ text })];
  expect(views.map((view) => view.text)).toEqual([text, 'x &quot; y z', 'x " y z']);
  const original = (view: View | undefined, part: string): string => {
    const offset = view?.text.indexOf(part) ?? -1;
    const span = view && originalSpan(view, offset, offset + part.length);
    return text.slice(span?.offset, (span?.offset ?? 0) + (span?.length ?? 0));
  };
  expect(original(views[1], '&quot; y')).toBe('&amp;quot; \\u0079');
  expect(original(views[2], '" y')).toBe('&amp;quot; \\u0079');
  expect(original(views[2], ' z')).toBe(' z');
});
