import * as l10n from '@vscode/l10n';
import { replaceSpan } from '../../documents/edits/containerEdits.ts';
import { textOf } from '../../documents/locate.ts';
import type { Fix } from '../findings/finding.ts';
import { mayHoldPassword } from '../../secrets/hidden.ts';
import type { Violation } from './violation.ts';

/** The ways to give a text its form: leading zeros left out, forbidden characters replaced, an address in lower case. */
export function formFixes({ schema, value }: Violation): Fix[] {
  const text = textOf(value);
  const { pattern } = schema;
  if (text === undefined || pattern === undefined) return [];
  // A character that one source allows isn't replaced.
  const certain = schema['x-error']?.pattern ?? pattern;
  const isLegal = (candidate: string): boolean => candidate !== text && new RegExp(pattern, 'u').test(candidate);
  const sure = [text.trim(), text.trim().replace(/^0+(?=\d)/, ''), text.trim().replace(/^\w+:/, lowerCase)];
  const found = sure.find(isLegal);
  if (found !== undefined) return [replacement(found, { isPreferred: true, isSafe: true })];
  const guessed = [
    text.trim().replace(forbidden(certain), '_'),
    text.trim().replace(/\//, '//'),
    // What Hadoop calls a bucket of OBS by way of its S3 interface.
    text.trim().replace(/^s3[an]?:\/\//i, 'obs://'),
    `obs://${text.trim()}`,
    `jdbc:${text.trim()}`,
  ];
  // A scheme is put in front of what has none.
  const guess = guessed.find((candidate) => isLegal(candidate) && !/:\/\/.*:\/\/|:\/\/\//.test(candidate));
  return guess === undefined ? [] : [replacement(guess, { isPreferred: true })];

  function replacement(legal: string, marks: Pick<Fix, 'isPreferred' | 'isSafe'>): Fix {
    return {
      title: mayHoldPassword(legal) ? l10n.t('Correct the URL') : l10n.t('Replace with {0}', JSON.stringify(legal)),
      edits: () => [replaceSpan(value, JSON.stringify(legal))],
      ...marks,
    };
  }
}

/** The characters outside the set that a pattern of the form `^[…]+$` allows; for any other pattern none. */
function forbidden(pattern: string): RegExp {
  const set = /^\^\[(\^?)(.+)\][+*]\$$/.exec(pattern);
  return set ? new RegExp(set[1] === '^' ? `[${set[2] ?? ''}]` : `[^${set[2] ?? ''}]`, 'gu') : /(?!)/g;
}

function lowerCase(text: string): string {
  return text.toLowerCase();
}
