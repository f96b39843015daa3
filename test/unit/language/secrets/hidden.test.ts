import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { secretPlacesNear } from '../../../../language/src/secrets/hidden.ts';
import { runs } from '../../../support/fastCheck.ts';

test.each([
  ['on the line of a secret’s name', 'password: ⟦x⟧', true],
  ['on the line after it', 'password:\n⟦x⟧', true],
  ['two lines after it', 'password:\n\n⟦x⟧', false],
  ['before it', '⟦x⟧ password', false],
  ['in which it is', '⟦my password⟧', true],
  ['in which its beginning is', '⟦my pass⟧word', false],
  ['a thousand characters after it', `password${' '.repeat(990)}⟦x⟧`, true],
  ['farther from it', `password${' '.repeat(1000)}⟦x⟧`, false],
  ['after a name in capitals', 'PASSWORD=⟦x⟧', true],
  ['on another line', 'name: a\n⟦x⟧', false],
])('a place %s may be a secret: %j', (_, marked, isNear) => {
  const text = marked.replace(/[⟦⟧]/g, '');
  const offset = marked.indexOf('⟦');
  expect(secretPlacesNear(text)(offset, marked.indexOf('⟧') - offset - 1)).toBe(isNear);
});

test('a place may be a secret where a name is on its line or the one before', () => {
  const part = fc.constantFrom('password', 'passwor', 'access_key', 'secret_key', 'security_token', '\n', ' ', 'a');
  fc.assert(
    fc.property(fc.array(part, { maxLength: 12 }), fc.nat(), fc.nat(20), (parts, at, most) => {
      const text = parts.join('');
      const offset = at % (text.length + 1);
      const length = Math.min(most, text.length - offset);
      const lines = text.slice(0, offset).split('\n');
      const near = lines.slice(-2).join('\n') + text.slice(offset, offset + length);
      const names = ['password', 'access_key', 'secret_key', 'security_token'];
      const known = names.filter((name) => secretPlacesNear(name)(0, name.length));
      expect(known).toContain('password');
      expect(secretPlacesNear(text)(offset, length)).toBe(known.some((name) => near.includes(name)));
    }),
    runs(500),
  );
});
