import { visible } from '../output/visible.ts';
import type { CheckedFile } from '../checking/checkFile.ts';
import type { Problem } from '../checking/problem.ts';
import type { Summary } from '../checking/summary.ts';
import type { Reporter } from './reporter.ts';

/**
 * Reports as JUnit XML: a test case for each file, which fails if the file has errors. The other problems are in its output.
 */
export function junitReporter(): Reporter {
  const cases: string[] = [];
  let failures = 0;
  const counts = ({ files, failures: errors }: Summary): string =>
    `tests="${files}" failures="${failures}" errors="${errors.length}"`;
  return {
    begin: () => '<?xml version="1.0" encoding="UTF-8"?>\n',
    // The counts of the root come first in the file.
    file(checked) {
      if (checked.problems.some(isError)) failures++;
      cases.push(testCase(checked));
      return '';
    },
    end: (summary) =>
      [
        `<testsuites name="lfjob" ${counts(summary)}>\n`,
        `  <testsuite name="lfjob check" ${counts(summary)} skipped="0" time="0">\n`,
        ...cases,
        '  </testsuite>\n',
        '</testsuites>\n',
      ].join(''),
  };
}

function testCase({ name, problems, failure }: CheckedFile): string {
  const errors = problems.filter(isError);
  const others = problems.filter((problem) => !isError(problem));
  const parts = [
    // The schema allows either of them once.
    failure !== undefined
      ? element('error', { message: failure, type: 'check-failed' }, visible(failure))
      : errors[0] && element('failure', { message: errors[0].message, type: errors[0].code }, linesOf(errors)),
    others.length > 0 ? element('system-out', {}, linesOf(others)) : undefined,
  ].filter((part) => part !== undefined);
  const start = `    <testcase name="${escaped(name)}" classname="lfjob" time="0"`;
  return parts.length === 0 ? `${start}/>\n` : `${start}>\n${parts.join('')}    </testcase>\n`;
}

function isError({ severity }: Problem): boolean {
  return severity === 'error';
}

function linesOf(problems: readonly Problem[]): string {
  return problems
    .map(({ line, column, severity, message, code }) => `${line}:${column} ${severity} ${visible(message)} (${code})`)
    .join('\n');
}

function element(name: string, attributes: Readonly<Record<string, string>>, text: string): string {
  const list = Object.entries(attributes).map(([key, value]) => ` ${key}="${escaped(value)}"`);
  const content = text.split('\n').map(escaped).join('\n');
  return `      <${name}${list.join('')}>${content}</${name}>\n`;
}

/** Returns a text as XML can have it. XML has no way to write most control characters, so they are visible before. */
function escaped(text: string): string {
  return visible(text)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
