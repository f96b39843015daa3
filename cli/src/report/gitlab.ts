import { createHash } from 'node:crypto';
import type { RuleSeverity } from '../../../language/src/rules/rule.ts';
import type { CheckedFile } from '../checking/checkFile.ts';
import { JsonList } from './jsonList.ts';
import type { Reporter } from './reporter.ts';

const severities: Readonly<Record<RuleSeverity, string>> = {
  error: 'major',
  warning: 'minor',
  information: 'info',
  hint: 'info',
};

/** Reports as GitLab's Code Quality artifact. */
export function gitlabReporter(): Reporter {
  const list = new JsonList();
  return {
    begin: () => '[',
    file: (checked) => list.add(violationsIn(checked)),
    end: () => '\n]\n',
  };
}

function violationsIn({ name, problems, failure }: CheckedFile): object[] {
  const seen = new Map<string, number>();
  // The same after lines are inserted above, so that GitLab can compare two branches.
  const fingerprint = (...parts: readonly string[]): string => {
    const key = JSON.stringify([name, ...parts]);
    const count = seen.get(key) ?? 0;
    seen.set(key, count + 1);
    return createHash('sha256').update(`${key} ${count}`).digest('hex');
  };
  return [
    ...problems.map(({ code, severity, message, line, endLine }) => ({
      description: message,
      check_name: code,
      fingerprint: fingerprint(code, message),
      severity: severities[severity],
      location: { path: name, lines: { begin: line, end: endLine } },
    })),
    ...(failure === undefined
      ? []
      : [
          {
            description: failure,
            check_name: 'check-failed',
            fingerprint: fingerprint('check-failed'),
            severity: 'critical',
            location: { path: name, lines: { begin: 1, end: 1 } },
          },
        ]),
  ];
}
