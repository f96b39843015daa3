/** The name of the job with mistakes, on which fixes can be tried. */
export const practiceJobName = 'nightly_sales';

/** Its file in the extension. */
export const practiceJobPath = `practice/${practiceJobName}.lfjob.json`;
