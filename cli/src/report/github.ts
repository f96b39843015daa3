import type { RuleSeverity } from '../../../language/src/rules/rule.ts';
import { visible } from '../output/visible.ts';
import type { Reporter } from './reporter.ts';

const commands: Readonly<Record<RuleSeverity, string>> = {
  error: 'error',
  warning: 'warning',
  information: 'notice',
  hint: 'notice',
};

/** Reports as workflow commands of GitHub Actions, which become annotations of a pull request. */
export function githubReporter(): Reporter {
  return {
    begin: () => '',
    file: ({ name, problems, failure }) =>
      [
        ...problems.map(({ code, severity, message, line, column, endLine, endColumn }) =>
          workflowCommand(
            commands[severity],
            {
              file: name,
              line,
              endLine,
              // With columns, an annotation of several lines isn't shown.
              ...(line === endLine && { col: column, endColumn }),
              title: code,
            },
            message,
          ),
        ),
        ...(failure === undefined ? [] : [workflowCommand('error', { file: name }, failure)]),
      ].join(''),
    end: () => '',
  };
}

function workflowCommand(command: string, properties: Readonly<Record<string, string | number>>, text: string): string {
  const list = Object.entries(properties).map(([key, value]) => `${key}=${escapedProperty(String(value))}`);
  return `::${command} ${list.join(',')}::${escapedText(text)}\n`;
}

/** What the runner decodes in the text of a command. Line breaks are visible before, so that no text can begin a command. */
function escapedText(text: string): string {
  return visible(text).replaceAll('%', '%25');
}

function escapedProperty(text: string): string {
  return escapedText(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
