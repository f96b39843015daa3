import { rows, type Row } from './table.ts';

/**
 * Checks a request body against the page's tables, no stricter than they are: unknown members and the blocks of other job
 * types are accepted, numbers too where the page's example has them.
 * @returns the path of the first thing that the page does not allow; `undefined` for none. The service itself never tells.
 */
export function firstViolation(body: unknown): string | undefined {
  return inObject('CreateJob', body, '');
}

function inObject(object: string, value: unknown, path: string): string | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return path || '/';
  const members = new Map<string, unknown>(Object.entries(value));
  for (const row of rows.filter((candidate) => candidate.object === object)) {
    const member = members.get(row.parameter);
    const place = `${path}/${row.parameter}`;
    if (member === undefined) {
      if (row.mandatory) return place;
      continue;
    }
    const violation = inMember(row, member, place);
    if (violation !== undefined) return violation;
  }
  return undefined;
}

function inMember({ type, rule }: Row, value: unknown, path: string): string | undefined {
  if (!type.startsWith('Array of ')) return inValue(type, rule, value, path);
  if (!Array.isArray(value)) return path;
  const most = /^at most (\d+)$/.exec(rule)?.[1];
  if (most !== undefined && value.length > Number(most)) return path;
  const element = type.slice('Array of '.length).replace('strings', 'String');
  return value
    .map((item: unknown, index) => inValue(element, most === undefined ? rule : '', item, `${path}/${index}`))
    .find((violation) => violation !== undefined);
}

function inValue(type: string, rule: string, value: unknown, path: string): string | undefined {
  switch (type) {
    case 'String':
      return typeof value === 'string' && keeps(rule, value) ? undefined : path;
    case 'Boolean':
      return typeof value === 'boolean' ? undefined : path;
    case 'Integer':
      return typeof value === 'number' && Number.isInteger(value) && keeps(rule, String(value)) ? undefined : path;
    case 'String or number':
      return (typeof value === 'string' || Number.isInteger(value)) && keeps(rule, String(value)) ? undefined : path;
    default:
      return inObject(type, value, path);
  }
}

const alphabets: Readonly<Record<string, string>> = {
  letters: 'A-Za-z',
  digits: '0-9',
  underscores: '_',
  hyphens: '\\-',
  periods: '.',
};

/** Whether a text keeps a rule of the table; each phrase that a rule may consist of has a line here. */
function keeps(rule: string, text: string): boolean {
  return rule.split('; ').every((phrase) => {
    const length = /^length (\d+)-(\d+)$/.exec(phrase);
    if (length) return text.length >= Number(length[1]) && text.length <= Number(length[2]);
    const range = /^range (\d+)-(\d+)( or \*)?$/.exec(phrase);
    if (range) return (range[3] !== undefined && text === '*') || inRange(text, Number(range[1]), Number(range[2]));
    if (phrase.startsWith('one of ')) return phrase.split(' ').slice(2).includes(text);
    if (phrase.startsWith('without '))
      return !phrase
        .split(' ')
        .slice(1)
        .some((character) => text.includes(character));
    if (phrase.startsWith('letters, ')) {
      const set = phrase.split(', ').map((name) => alphabets[name] ?? '');
      return new RegExp(`^[${set.join('')}]*$`).test(text);
    }
    if (phrase === '') return true;
    throw new Error(`The table has a rule that is not understood: ${phrase}`);
  });
}

function inRange(text: string, least: number, most: number): boolean {
  return /^\d+$/.test(text) && Number(text) >= least && Number(text) <= most;
}
