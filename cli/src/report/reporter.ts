import type { CheckedFile } from '../checking/checkFile.ts';
import type { Summary } from '../checking/summary.ts';

/** Writes the results of a check in a format. Every function returns the next part of the report. */
export interface Reporter {
  readonly begin: () => string;
  readonly file: (checked: CheckedFile) => string;
  readonly end: (summary: Summary) => string;
}

/** The formats of a report. */
export const reportFormats = ['pretty', 'json', 'sarif', 'github', 'gitlab', 'junit'] as const;

export type ReportFormat = (typeof reportFormats)[number];
