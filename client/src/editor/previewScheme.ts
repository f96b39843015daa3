/** The scheme of the read-only documents that show requests. Their query is the address of the job's document. */
export const previewScheme = 'lakeformation-request';
