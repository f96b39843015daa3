import { expect, it } from 'vitest';
import { decodedViews } from '../../../../client/src/redaction/views.ts';

it('yields a text as it is, decoded, and without white space', () => {
  const views = [...decodedViews('a %2525 b')];
  expect(views.map(({ text }) => text)).toEqual(['a %2525 b', 'a %25 b', 'a % b', 'a%b']);
  expect(views.map(({ hasWords }) => hasWords)).toEqual([true, true, true, false]);
});

it('maps a stretch of each view to the original text', () => {
  const text = 'x &amp;quot; \\u0079 z';
  const [first, second, third, last] = decodedViews(text);
  expect([first?.text, second?.text, third?.text, last?.text]).toEqual([text, 'x &quot; y z', 'x " y z', 'x"yz']);
  const original = (view: typeof first, part: string): string => {
    const offset = view?.text.indexOf(part) ?? -1;
    const span = view?.spanOf({ offset, length: part.length }) ?? { offset: 0, length: 0 };
    return text.slice(span.offset, span.offset + span.length);
  };
  expect(original(second, '&quot; y')).toBe('&amp;quot; \\u0079');
  expect(original(third, '" y')).toBe('&amp;quot; \\u0079');
  expect(original(third, ' z')).toBe(' z');
  expect(original(last, '"yz')).toBe('&amp;quot; \\u0079 z');
});

it('leaves what only looks like an escape', () => {
  expect([...decodedViews('%FF&nothing;\\x%zz&#x110000;')].map(({ text }) => text)).toEqual([
    '%FF&nothing;\\x%zz&#x110000;',
  ]);
});
