import type { Node } from 'jsonc-parser';
import { describe, expect, test } from 'vitest';
import type { Diagnostic } from 'vscode-languageserver-types';
import { parse } from '../../../language/src/documents/parse.ts';
import type { Path } from '../../../language/src/documents/locate.ts';
import { pathTo, visitValues, type Step } from '../../../language/src/documents/visitValues.ts';
import { diagnostics } from '../../../language/src/features/diagnostics.ts';
import { subschemaAt } from '../../../language/src/schema/lookup.ts';
import { placeholdersIn } from '../../../language/src/schema/placeholders.ts';
import snippets from '../../../snippets/lfjob.json' with { type: 'json' };
import { documentOf } from '../../support/cursor.ts';
import { snippetText } from '../../support/snippetText.ts';

/** What the editor would report of a text, except its sample values. */
function problems(text: string): Diagnostic[] {
  return diagnostics(documentOf(text), parse(text)).filter(({ code }) => code !== 'untouched-placeholder');
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

/** The snippet with the value at `index` in front of each choice that has so many. */
function choosing(body: string, index: number): string {
  return body.replaceAll(/(?<=\$\{\d+\|)[^|]+(?=\|\})/g, (choice) => {
    const values = choice.split(',');
    return [values[index] ?? values[0], ...values].join(',');
  });
}

describe.each(jobs)('%s with other choices', (name) => {
  const body = snippets[name].body.join('\n');
  const most = Math.max(1, ...[...body.matchAll(/\|([^|]+)\|\}/g)].map(([, choice = '']) => choice.split(',').length));

  test.each([...Array(most).keys()].slice(1))('has no error with the values at %i', (index) => {
    const changed = choosing(body, index);
    expect(changed).not.toBe(choosing(body, 0));
    expect(problems(snippetText(changed)).filter(({ severity }) => severity === 1)).toEqual([]);
  });
});

describe('a snippet with unchanged placeholders', () => {
  test.each(jobs)('%s is a job without a problem', (name) => {
    expect(problems(inserted(name))).toEqual([]);
  });

  test.each(parts)('%s fits into a job', (name, host, put) => {
    const job = inserted(host);
    const whole = put(job, inserted(name));
    expect(whole).not.toBe(job);
    expect(problems(whole)).toEqual([]);
  });

  test.each(jobs)('%s has a sample wherever the schema has one', (name) => {
    const { tree, data } = parse(inserted(name));
    const sampled: Path[] = [];
    const scalar = (_node: Node, _context: undefined, step: Step | undefined): void => {
      const { examples, 'x-placeholder': part } = subschemaAt(pathTo(step)) ?? {};
      if (part !== undefined && String(examples?.[0]).includes(part)) sampled.push(pathTo(step));
    };
    if (tree) visitValues(tree, undefined, { scalar });
    expect(placeholdersIn(data).map(({ path }) => path)).toEqual(sampled);
  });

  test.each(['Metadata migration job', 'Metadata migration job (full)'] as const)(
    '%s has a reference where a secret belongs',
    (name) => {
      expect(inserted(name)).toContain('"password": "${secret:HIVE_PASSWORD}"');
    },
  );

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
