import { jsonOf, JsonList } from './jsonList.ts';
import type { Reporter } from './reporter.ts';

/** The version of the format. It changes when a property is removed or gets another meaning. */
const version = 1;

/** Reports as one JSON object: the files that have problems or couldn't be checked, a line each, and the counts. */
export function jsonReporter(): Reporter {
  const files = new JsonList();
  return {
    begin: () => `{"version":${version},"files":[`,
    file({ name, problems, isFixed, failure }) {
      if (problems.length === 0 && failure === undefined && !isFixed) return '';
      return files.add([
        {
          path: name,
          ...(isFixed && { fixed: true }),
          ...(failure !== undefined && { failure }),
          problems: problems.map(({ code, severity, message, line, column, endLine, endColumn, href, related }) => ({
            ...{ code, severity, message, line, column, endLine, endColumn, href },
            ...(related.length > 0 && { related }),
          })),
        },
      ]);
    },
    end: ({ files: checked, filesWithProblems, problems, fixed, failures }) =>
      `\n],"summary":${jsonOf({ files: checked, filesWithProblems, ...problems, fixed, failures: failures.length })}}\n`,
  };
}
