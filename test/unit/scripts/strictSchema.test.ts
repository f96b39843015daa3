import { describe, expect, it } from 'vitest';
import { strictSchema } from '../../../scripts/strictSchema.ts';

const reference = { $ref: '#/definitions/Reference' };

describe('strictSchema', () => {
  it('turns softer constraints into constraints with a severity', () => {
    const published = {
      type: 'string',
      'x-warning': { pattern: '^a', patternDescription: 'an a' },
      'x-information': { maxLength: 3 },
    };
    expect(strictSchema({ properties: { name: published } })).toMatchObject({
      properties: {
        name: {
          type: 'string',
          pattern: '^a',
          patternDescription: 'an a',
          maxLength: 3,
          'x-severity': { pattern: 'warning', maxLength: 'information' },
        },
      },
    });
  });

  it('keeps a wider constraint of the same keyword, and the reason for the narrower one', () => {
    const published = { enum: ['A', 'B'], 'x-warning': { description: 'Why.', enum: ['A'] } };
    expect(strictSchema(published)).toEqual({
      enum: ['A'],
      'x-severity': { enum: 'warning' },
      'x-error': { enum: ['A', 'B'] },
      'x-reason': 'Why.',
      definitions: {},
    });
  });

  it('applies the constraints of a string without the alternative of a reference', () => {
    const published = { anyOf: [{ maxLength: 4 }, reference], definitions: { Reference: {}, Other: {} } };
    expect(strictSchema(published)).toEqual({ maxLength: 4, definitions: { Other: {} } });
  });

  it('refuses any other choice', () => {
    expect(() => strictSchema({ anyOf: [{ maxLength: 4 }, { minLength: 6 }] })).toThrow('anyOf');
  });
});
