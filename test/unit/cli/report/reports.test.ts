import { XmlDocument } from 'libxml2-wasm';
import { describe, expect, it } from 'vitest';
import type { CheckedFile } from '../../../../cli/src/checking/checkFile.ts';
import type { Problem } from '../../../../cli/src/checking/problem.ts';
import { emptySummary, exitCodeOf, summaryWith } from '../../../../cli/src/checking/summary.ts';
import { createReporter } from '../../../../cli/src/report/createReporter.ts';
import { reportFormats, type ReportFormat } from '../../../../cli/src/report/reporter.ts';

/** What a document or the name of a file can have: terminal escapes, commands, line breaks, markup, and changes of direction. */
const hostile = '\u001b[2J\u0007\r\n::error::%0A,:<&">]]>\u202e\u0085\u009b1m\u2028';

function problem(properties: Partial<Problem> = {}): Problem {
  return {
    code: 'unknown-property',
    severity: 'error',
    message: 'Unknown property "a".',
    href: 'https://host/rules.md#unknown-property',
    ...{ line: 2, column: 3, endLine: 2, endColumn: 6 },
    related: [],
    fixes: [],
    ...properties,
  };
}

function file(properties: Partial<CheckedFile> = {}): CheckedFile {
  return { name: 'jobs/a.lfjob.json', problems: [], isFixed: false, ...properties };
}

async function reportOn(format: ReportFormat, files: readonly CheckedFile[]): Promise<string> {
  const reporter = await createReporter(format, (_, text) => text, '1.2.3');
  const summary = files.reduce(summaryWith, emptySummary);
  return [reporter.begin(), ...files.map((one) => reporter.file(one)), reporter.end(summary)].join('');
}

const severalProblems = file({
  problems: [
    problem(),
    problem({ severity: 'warning', code: 'comment', line: 3, endLine: 5, message: 'A comment.' }),
    problem({ severity: 'information', code: 'short-months', line: 10, column: 12, message: 'Short months.' }),
    problem({ severity: 'hint', code: 'wrong-form', message: 'A hint.' }),
  ],
});
const unread = file({ name: 'b.lfjob.json', failure: 'Couldn’t read "b.lfjob.json": EACCES.' });

describe.each(reportFormats)('a report in the format %s', (format) => {
  it('never has a control character of a document or a name', async () => {
    const files = [
      file({
        name: `jobs/${hostile}.lfjob.json`,
        problems: [
          problem({
            message: hostile,
            related: [{ message: hostile, ...{ line: 1, column: 1, endLine: 1, endColumn: 2 } }],
          }),
        ],
        failure: hostile,
      }),
      file({ name: hostile, problems: [problem({ severity: 'hint', message: hostile })], isFixed: true }),
    ];
    const report = await reportOn(format, files);
    expect(report.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u);
    if (format === 'github')
      expect(
        report
          .split('\n')
          .slice(0, -1)
          .every((line) => /^::(?:error|notice) file=/.test(line)),
      ).toBe(true);
    else expect(report).not.toMatch(/^::/m);
    if (format === 'junit') XmlDocument.fromString(report).dispose();
    if (['json', 'gitlab', 'sarif'].includes(format)) expect(JSON.stringify(JSON.parse(report))).toContain('\\u001b');
  });

  it('can be empty', async () => {
    const report = await reportOn(format, [file()]);
    if (['json', 'gitlab', 'sarif'].includes(format)) expect(() => void JSON.parse(report)).not.toThrow();
  });
});

describe('the report', () => {
  it('for people has the problems below their file', async () => {
    expect(await reportOn('pretty', [severalProblems, file({ name: 'c.lfjob.json' })])).toBe(
      [
        'jobs/a.lfjob.json',
        '    2:3  error  Unknown property "a".  unknown-property',
        '    3:3  warning  A comment.  comment',
        '  10:12  information  Short months.  short-months',
        '    2:3  hint  A hint.  wrong-form',
        '',
        '1 error, 1 warning, 1 information, 1 hint · 2 files checked',
        '',
      ].join('\n'),
    );
  });

  it.each<[readonly CheckedFile[], string]>([
    [[file()], 'No problems · 1 file checked\n'],
    [[file(), unread], '1 file failed · 1 file checked\n'],
    [[unread, unread], '2 files failed · 0 files checked\n'],
  ])('for people has no problems only if all files were checked', async (files, expected) => {
    expect(await reportOn('pretty', files)).toBe(expected);
  });

  it('for GitHub has a command for each problem', async () => {
    expect(await reportOn('github', [severalProblems, unread])).toBe(
      [
        '::error file=jobs/a.lfjob.json,line=2,endLine=2,col=3,endColumn=6,title=unknown-property::Unknown property "a".',
        '::warning file=jobs/a.lfjob.json,line=3,endLine=5,title=comment::A comment.',
        '::notice file=jobs/a.lfjob.json,line=10,endLine=2,title=short-months::Short months.',
        '::notice file=jobs/a.lfjob.json,line=2,endLine=2,col=3,endColumn=6,title=wrong-form::A hint.',
        '::error file=b.lfjob.json::Couldn’t read "b.lfjob.json": EACCES.',
        '',
      ].join('\n'),
    );
  });

  it('for GitHub escapes what its runner decodes', async () => {
    const report = await reportOn('github', [
      file({ name: 'a,b:100%.json', problems: [problem({ message: '100%, a:b' })] }),
    ]);
    expect(report).toMatch(/^::error file=a%2Cb%3A100%25\.json,.*::100%25, a:b\n$/);
  });

  it('for GitLab has what Code Quality requires, with different fingerprints', async () => {
    const report: unknown = JSON.parse(
      await reportOn('gitlab', [file({ problems: [problem(), problem({ line: 7, endLine: 7 })] }), unread]),
    );
    expect(report).toMatchObject([
      {
        description: 'Unknown property "a".',
        check_name: 'unknown-property',
        severity: 'major',
        location: { path: 'jobs/a.lfjob.json', lines: { begin: 2, end: 2 } },
      },
      { severity: 'major', location: { lines: { begin: 7 } } },
      { check_name: 'check-failed', severity: 'critical', location: { path: 'b.lfjob.json', lines: { begin: 1 } } },
    ]);
    const fingerprints = new Set(JSON.stringify(report).match(/"fingerprint":"[0-9a-f]{64}"/g));
    expect(fingerprints.size).toBe(3);
  });

  it('for GitLab has the same fingerprint on another line', async () => {
    const fingerprint = async (line: number): Promise<string | undefined> =>
      /"fingerprint":"(\w+)"/.exec(await reportOn('gitlab', [file({ problems: [problem({ line })] })]))?.[1];
    expect(await fingerprint(2)).toBe(await fingerprint(9));
  });

  it('for JUnit has a test case for each file', async () => {
    const xml = XmlDocument.fromString(
      await reportOn('junit', [severalProblems, unread, file({ name: 'c.lfjob.json' })]),
    );
    const value = (path: string): string | undefined => {
      const found = xml.eval(path);
      return Array.isArray(found) ? found[0]?.content : String(found);
    };
    expect(['tests', 'failures', 'errors'].map((name) => value(`/testsuites/testsuite/@${name}`))).toEqual([
      '3',
      '1',
      '1',
    ]);
    expect(value('count(//testcase)')).toBe('3');
    expect(value('//testcase[1]/failure/@message')).toBe('Unknown property "a".');
    expect(value('//testcase[1]/system-out')).toContain('3:3 warning A comment. (comment)');
    expect(value('//testcase[2]/error')).toContain('EACCES');
    expect(value('count(//testcase[3]/*)')).toBe('0');
    xml.dispose();
  });

  it('as JSON has the files with problems, and counts', async () => {
    expect(JSON.parse(await reportOn('json', [severalProblems, unread, file({ name: 'c.lfjob.json' })]))).toMatchObject(
      {
        version: 1,
        files: [
          {
            path: 'jobs/a.lfjob.json',
            problems: [{ code: 'unknown-property', severity: 'error', line: 2, column: 3 }, {}, {}, {}],
          },
          { path: 'b.lfjob.json', failure: 'Couldn’t read "b.lfjob.json": EACCES.', problems: [] },
        ],
        summary: {
          files: 3,
          filesWithProblems: 1,
          error: 1,
          warning: 1,
          information: 1,
          hint: 1,
          fixed: 0,
          failures: 1,
        },
      },
    );
  });
});

describe('the exit code', () => {
  it.each<[string, readonly CheckedFile[], number, number]>([
    ['nothing', [file()], 0, 0],
    [
      'hints and information',
      [file({ problems: [problem({ severity: 'hint' }), problem({ severity: 'information' })] })],
      0,
      0,
    ],
    ['warnings', [file({ problems: [problem({ severity: 'warning' })] })], Infinity, 0],
    ['as many warnings as allowed', [file({ problems: [problem({ severity: 'warning' })] })], 1, 0],
    ['more warnings than allowed', [file({ problems: [problem({ severity: 'warning' })] })], 0, 1],
    ['errors', [severalProblems], Infinity, 1],
    ['a file that couldn’t be read', [severalProblems, unread], Infinity, 2],
  ])('for %s', (_, files, mostWarnings, code) => {
    expect(exitCodeOf(files.reduce(summaryWith, emptySummary), mostWarnings)).toBe(code);
  });
});
