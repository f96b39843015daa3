import { allowedValues } from './table.ts';

/** The properties of the object that a value is in. */
type Siblings = Readonly<Record<string, unknown>>;

const alphabets: Readonly<Record<string, string>> = {
  letters: 'A-Za-z',
  digits: '0-9',
  underscores: '_',
  hyphens: '\\-',
  periods: '.',
};

/**
 * Whether a text keeps a rule of the table.
 * @throws Error for a phrase that isn't understood
 */
export function keepsRule(rule: string, text: string, siblings: Siblings): boolean {
  return rule.split('; ').every((phrase) => keepsPhrase(phrase, text, siblings));
}

function keepsPhrase(phrase: string, text: string, siblings: Siblings): boolean {
  const [, kind = '', rest = ''] =
    /^(length|range|one of|without|letters,|by execute_frequency:) (.+)$/.exec(phrase) ?? [];
  switch (kind) {
    case 'length':
      // Characters, not UTF-16 units.
      return isWithin(Array.from(text).length, rest);
    case 'range':
      return isInRange(text, rest);
    case 'one of':
      return allowedValues(phrase).includes(text);
    case 'without':
      return !rest.split(' ').some((character) => text.includes(character));
    case 'letters,':
      return hasOnly(text, phrase.split(', '));
    case 'by execute_frequency:':
      return fitsFrequency(text, rest, siblings.execute_frequency);
    default:
      if (phrase === '') return true;
      throw new Error(`The table has a rule that is not understood: ${phrase}`);
  }
}

/** Ranges that depend on the frequency, such as `MONTHLY 1-31 DAILY *`; without a frequency any of them will do. */
function fitsFrequency(text: string, ranges: string, frequency: unknown): boolean {
  return [...ranges.matchAll(/(\S+) (\S+)/g)].some(
    ([, name, range = '']) => (frequency === undefined || frequency === name) && isInRange(text, range),
  );
}

function isInRange(text: string, range: string): boolean {
  return range === '*' ? text === '*' : /^\d+$/.test(text) && isWithin(Number(text), range);
}

function isWithin(value: number, range: string): boolean {
  const [least = Number.NaN, most = Number.NaN] = range.split('-').map(Number);
  return value >= least && value <= most;
}

function hasOnly(text: string, characters: readonly string[]): boolean {
  const set = characters.map((name) => {
    const alphabet = alphabets[name];
    if (alphabet === undefined) throw new Error(`The table has characters that are not understood: ${name}`);
    return alphabet;
  });
  return new RegExp(`^[${set.join('')}]*$`).test(text);
}
