import { isObject } from '../../language/src/documents/value.ts';
import { runCommand, type Surroundings } from './commandLine.ts';

/** A file in the JSON report, with the properties of its problems that tests look at. */
export interface ReportedFile {
  readonly path: string;
  readonly failure?: string;
  readonly fixed?: boolean;
  readonly problems: readonly Readonly<Record<string, unknown>>[];
}

/** Runs `lfjob check --format json` with other arguments, and returns the files of its report. */
export async function reportOf(commandLine: readonly string[], surroundings: Surroundings): Promise<ReportedFile[]> {
  const { output } = await runCommand(['check', '--format', 'json', ...commandLine], surroundings);
  const report: unknown = JSON.parse(output);
  if (!isObject(report) || !Array.isArray(report.files)) throw new Error(`Not a report: ${output}`);
  return report.files.filter(isReportedFile);
}

function isReportedFile(value: unknown): value is ReportedFile {
  return isObject(value) && typeof value.path === 'string' && Array.isArray(value.problems);
}

/** Returns the paths of the files that a check with these arguments reads, in the order of the report. */
export async function checkedPaths(commandLine: readonly string[], cwd: string): Promise<string[]> {
  // In every job of the tests, this is a problem.
  const files = await reportOf(['--rules', 'missing-property=hint', ...commandLine], { cwd });
  return files.map(({ path }) => path);
}
