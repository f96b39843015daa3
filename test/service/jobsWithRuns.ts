import type { LocalService } from './service.ts';

/** What every job of the instance needs to be created: these are made without a request. */
const definition = { description: 'A job of the local service.', parameter: {} };

/** Adds jobs that have run, so that there is something to look at. */
export function addJobsWithRuns({ jobs }: Pick<LocalService, 'jobs'>): void {
  const migration = jobs.create({ ...definition, name: 'crm_migration', type: 'METADATA_MIGRATION' });
  const failed = jobs.addToLog(
    jobs.start(migration),
    'INFO  Reading the databases of the source\nERROR No route to the source: connect timed out\n',
  );
  jobs.end(failed, 'FAILED', 'no route to the source');
  const discovery = jobs.create({ ...definition, name: 'events_discovery', type: 'METADATA_DISCOVERY' });
  let found = jobs.end(jobs.addToLog(jobs.start(discovery), 'INFO  Found 3 tables\n'), 'SUCCESS');
  found = jobs.end(jobs.addToLog(jobs.start(found), 'WARN  Skipped 1 of 4 folders\n'), 'PARTIAL_SUCCESS');
  jobs.addToLog(jobs.start(found), 'INFO  Scanning obs://lake/events\n');
  jobs.create({ ...definition, name: 'ranger_policies', type: 'PERMISSION_MIGRATION' });
}
