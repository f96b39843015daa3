import type { Style } from '../output/style.ts';
import { githubReporter } from './github.ts';
import { gitlabReporter } from './gitlab.ts';
import { jsonReporter } from './json.ts';
import { junitReporter } from './junit.ts';
import { prettyReporter } from './pretty.ts';
import type { ReportFormat, Reporter } from './reporter.ts';

/** Creates the reporter of a format. @param version that of the tool */
export async function createReporter(format: ReportFormat, style: Style, version: string): Promise<Reporter> {
  switch (format) {
    case 'pretty':
      return prettyReporter(style);
    case 'json':
      return jsonReporter();
    case 'github':
      return githubReporter();
    case 'gitlab':
      return gitlabReporter();
    case 'junit':
      return junitReporter();
    case 'sarif': {
      // It has the documentation of all rules, which the others don't need.
      const { sarifReporter } = await import('./sarif.ts');
      return sarifReporter(version);
    }
  }
}
