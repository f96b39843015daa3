/** The scheme of the read-only documents with jobs of the service. Their query is the job as an argument of a command. */
export const remoteJobScheme = 'lakeformation-job';
