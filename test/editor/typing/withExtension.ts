import type { JobType } from './jobs.ts';
import { key, suggestion, text, type Script } from './script.ts';

/** The list is asked for: in an empty file that follows one in which a snippet was accepted, the first character opens none. */
const list = key('Control+Space');

const next = key('Tab');

/** Each job typed into an empty `*.lfjob.json`: a whole job is accepted, then its places are gone through by Tab. */
export const scriptsWithExtension: Readonly<Record<JobType, Script>> = {
  METADATA_MIGRATION: [
    ...list,
    suggestion('METADATA_MIGRATION'),
    text('crm_hive_to_lake'),
    ...next,
    suggestion('MRS_RDS_FOR_MYSQL'),
    text('10.20.4.17'),
    ...next,
    // The port stays.
    ...next,
    text('crm_meta'),
    ...next,
    text('crm_reader'),
    ...next,
    text('CRM_PASSWORD'),
    ...next,
    // The catalog that the metadata comes from stays.
    ...next,
    text('crm'),
    ...next,
    text('obs://crm-logs/metadata'),
    ...next,
    // So does the path in HDFS.
    ...next,
    text('obs://crm-tables/hive'),
  ],
  PERMISSION_MIGRATION: [
    ...list,
    text('p'),
    suggestion('PERMISSION_MIGRATION'),
    text('crm_ranger'),
    ...next,
    text('obs://crm-exports/policies/'),
    ...next,
    text('obs://crm-logs/policies'),
  ],
  METADATA_DISCOVERY: [
    ...list,
    text('d'),
    suggestion('METADATA_DISCOVERY'),
    text('crm_orders'),
    ...next,
    text('obs://crm-raw/orders'),
    ...next,
    text('crm'),
    ...next,
    text('orders'),
    ...next,
    text('ud'),
    suggestion('UPDATE'),
    text('o'),
    suggestion('ORC'),
    text('obs://crm-logs/orders'),
  ],
};
