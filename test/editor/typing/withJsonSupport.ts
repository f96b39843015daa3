import { instanceId, type JobType } from './jobs.ts';
import { key, paste, suggestion, text, type Script, type Step } from './script.ts';

/** The scripts know what every list offers: as few characters as find a name, and the order in which the names come up. */
function member(characters: string, name: string): Step[] {
  return [text(`"${characters}`), suggestion(name)];
}

/** A text is typed over the one that comes with the member. */
function textMember(characters: string, name: string, value: string): Step[] {
  return [...member(characters, name), text(value), ...key('Tab')];
}

function choice(characters: string, value: string): Step[] {
  return [...(characters === '' ? [] : [text(characters)]), suggestion(JSON.stringify(value))];
}

const comma = text(',');

/** Nobody types the id of the instance: it is copied from the console. */
const instance = [...member('in', 'instance_id'), paste(instanceId)];

/** Up to the members of the block. */
function beginning(name: string, type: readonly Step[], block: readonly Step[]): Step[] {
  return [
    text('{'),
    ...textMember('n', 'name', name),
    comma,
    ...member('t', 'type'),
    ...type,
    comma,
    ...member('p', 'parameter'),
    // It comes without its value where the type stands before it.
    text(':{'),
    ...block,
  ];
}

/** Each job typed into an empty `*.json`, all on one line. */
export const scriptsWithJsonSupport: Readonly<Record<JobType, Script>> = {
  METADATA_MIGRATION: [
    ...beginning('crm_hive_to_lake', key('Tab'), member('mm', 'metadata_migration_parameter')),
    ...member('d', 'datasource_parameter'),
    ...textMember('u', 'username', 'crm_reader'),
    comma,
    ...textMember('p', 'password', '${secret:CRM_PASSWORD}'),
    comma,
    ...member('j', 'jdbc_url'),
    suggestion('"jdbc:mysql://your-host:3306/hivemeta?useSSL=false&permit...'),
    // To the database, the port, the host.
    ...key('Control+ArrowLeft', 5),
    ...key('Control+Delete'),
    text('crm_meta'),
    ...key('Control+ArrowLeft', 2),
    ...key('ArrowLeft'),
    ...key('Control+Shift+ArrowLeft', 2),
    text('10.20.4.17'),
    // Behind the address, and out of the block.
    ...key('Tab', 2),
    comma,
    ...member('dt', 'datasource_type'),
    ...choice('rm', 'MRS_RDS_FOR_MYSQL'),
    comma,
    ...member('sc', 'source_catalog'),
    ...choice('h', 'hive'),
    comma,
    ...textMember('t', 'target_catalog', 'crm'),
    comma,
    ...member('c', 'conflict_strategy'),
    ...choice('us', 'UPSERT'),
    comma,
    ...textMember('ll', 'log_location', 'obs://crm-logs/metadata'),
    comma,
    ...instance,
    ...key('Tab'),
    comma,
    ...member('sy', 'sync_objects'),
    comma,
    ...member('l', 'locations'),
    // It comes with one entry, on lines of its own: up and to the end of its value.
    ...key('ArrowUp', 2),
    ...key('End'),
    ...key('ArrowLeft'),
    ...key('Control+Shift+ArrowLeft', 3),
    text('crm-tables/hive'),
  ],
  PERMISSION_MIGRATION: [
    ...beginning('crm_ranger', choice('p', 'PERMISSION_MIGRATION'), member('p', 'permission_migration_parameter')),
    ...textMember('loc', 'location', 'obs://crm-exports/policies/'),
    comma,
    ...textMember('l', 'log_location', 'obs://crm-logs/policies'),
    comma,
    ...member('p', 'policy_type'),
    ...choice('r', 'RANGER'),
    comma,
    ...instance,
  ],
  METADATA_DISCOVERY: [
    ...beginning('crm_orders', choice('di', 'METADATA_DISCOVERY'), member('', 'metadata_discovery_parameter')),
    ...textMember('d', 'data_location', 'obs://crm-raw/orders'),
    comma,
    ...textMember('tc', 'target_catalog', 'crm'),
    comma,
    ...textMember('tar', 'target_database', 'orders'),
    comma,
    ...member('c', 'conflict_strategy'),
    ...choice('ud', 'UPDATE'),
    comma,
    ...member('f', 'file_discovery_type'),
    ...choice('o', 'ORC'),
    comma,
    ...textMember('l', 'log_location', 'obs://crm-logs/orders'),
    comma,
    ...instance,
  ],
};
