import { describe, expect, test } from 'vitest';
import type { Diagnostic } from 'vscode-languageserver-types';
import { parse } from '../../server/src/documents/parse.ts';
import { validate } from '../../server/src/features/validate.ts';
import snippets from '../../snippets/lfjob.json' with { type: 'json' };
import { documentOf } from '../support/cursor.ts';
import { snippetText } from '../support/snippetText.ts';

/** What the editor would report of a text. */
function problems(text: string): Diagnostic[] {
  return validate(documentOf(text), parse(text));
}

function inserted(name: keyof typeof snippets): string {
  return snippetText(snippets[name].body.join('\n'));
}

const jobs = [
  'Metadata migration job',
  'Metadata migration job (full)',
  'Permission migration job',
  'Permission migration job (full)',
  'Metadata discovery job',
  'Metadata discovery job (full)',
] as const;

/** Each part of a job and a job around it. */
const parts = [
  [
    'Location',
    'Metadata migration job',
    (job: string, part: string) => job.replace(/"locations": \[[^\]]*\]/, `"locations": [${part}]`),
  ],
  [
    'Principal',
    'Metadata discovery job',
    (job: string, part: string) => job.replace(/("log_location")/, `"principals": [${part}], $1`),
  ],
  ['Schedule', 'Metadata discovery job', (job: string, part: string) => job.replace(/("log_location")/, `${part}, $1`)],
  [
    'Ranger relations',
    'Permission migration job',
    (job: string, part: string) => job.replace(/("log_location")/, `${part}, $1`),
  ],
] as const;

describe('a snippet, its placeholders as they stand', () => {
  test.each(jobs)('%s is a job without a problem', (name) => {
    expect(problems(inserted(name))).toEqual([]);
  });

  test.each(parts)('%s fits into a job', (name, host, put) => {
    const job = inserted(host);
    const whole = put(job, inserted(name));
    expect(whole).not.toBe(job);
    expect(problems(whole)).toEqual([]);
  });

  test('is one of these', () => {
    expect(Object.keys(snippets).sort()).toEqual([...jobs, ...parts.map(([name]) => name)].sort());
  });

  test('has a prefix that begins with lf-, a description and numbered placeholders', () => {
    for (const { prefix, description, body } of Object.values(snippets)) {
      expect(prefix).toMatch(/^lf-[a-z-]+$/);
      expect(description).not.toBe('');
      const stops = [...body.join('\n').matchAll(/\$\{?(\d+)/g)]
        .map(([, stop]) => Number(stop))
        .filter((stop) => stop > 0);
      expect(stops).toEqual(stops.map((_, index) => index + 1));
    }
  });
});
