import { instanceId, type JobType } from './jobs.ts';
import { key, paste, suggestion, text, type Script, type Step } from './script.ts';

/** The scripts know what every list offers: as few characters as find a name, and the order in which the names come up. */
function property(characters: string, name: string): Step[] {
  return [text(`"${characters}`), suggestion(name)];
}

/** A text is typed over the one that comes with the property. */
function textProperty(characters: string, name: string, value: string): Step[] {
  return [...property(characters, name), text(value), ...key('Tab')];
}

function choice(characters: string, value: string): Step[] {
  return [...(characters === '' ? [] : [text(characters)]), suggestion(JSON.stringify(value))];
}

const comma = text(',');

/** Nobody types the id of the instance: it is copied from the console. */
const instance = [...property('in', 'instance_id'), paste(instanceId)];

/** Up to the properties of the block. */
function beginning(name: string, type: readonly Step[], block: readonly Step[]): Step[] {
  return [
    text('{'),
    ...textProperty('n', 'name', name),
    comma,
    ...property('t', 'type'),
    ...type,
    comma,
    ...property('p', 'parameter'),
    // It has no value if the type is before it.
    text(':{'),
    ...block,
  ];
}

/** Each job typed into an empty `*.json`, all on one line. */
export const scriptsWithJsonSupport: Readonly<Record<JobType, Script>> = {
  METADATA_MIGRATION: [
    ...beginning('crm_hive_to_lake', key('Tab'), property('mm', 'metadata_migration_parameter')),
    ...property('d', 'datasource_parameter'),
    ...textProperty('u', 'username', 'crm_reader'),
    comma,
    ...textProperty('p', 'password', '${secret:CRM_PASSWORD}'),
    comma,
    ...property('j', 'jdbc_url'),
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
    ...property('dt', 'datasource_type'),
    ...choice('rm', 'MRS_RDS_FOR_MYSQL'),
    comma,
    ...property('sc', 'source_catalog'),
    ...choice('h', 'hive'),
    comma,
    ...textProperty('t', 'target_catalog', 'crm'),
    comma,
    ...property('c', 'conflict_strategy'),
    ...choice('us', 'UPSERT'),
    comma,
    ...textProperty('ll', 'log_location', 'obs://crm-logs/metadata'),
    comma,
    ...instance,
    ...key('Tab'),
    comma,
    ...property('sy', 'sync_objects'),
    comma,
    ...property('l', 'locations'),
    // It comes with one entry, on lines of its own: up and to the end of its value.
    ...key('ArrowUp', 2),
    ...key('End'),
    ...key('ArrowLeft'),
    ...key('Control+Shift+ArrowLeft', 3),
    text('crm-tables/hive'),
  ],
  PERMISSION_MIGRATION: [
    ...beginning('crm_ranger', choice('p', 'PERMISSION_MIGRATION'), property('p', 'permission_migration_parameter')),
    ...textProperty('loc', 'location', 'obs://crm-exports/policies/'),
    comma,
    ...textProperty('l', 'log_location', 'obs://crm-logs/policies'),
    comma,
    ...property('p', 'policy_type'),
    ...choice('r', 'RANGER'),
    comma,
    ...instance,
  ],
  METADATA_DISCOVERY: [
    ...beginning('crm_orders', choice('di', 'METADATA_DISCOVERY'), property('', 'metadata_discovery_parameter')),
    ...textProperty('d', 'data_location', 'obs://crm-raw/orders'),
    comma,
    ...textProperty('tc', 'target_catalog', 'crm'),
    comma,
    ...textProperty('tar', 'target_database', 'orders'),
    comma,
    ...property('c', 'conflict_strategy'),
    ...choice('ud', 'UPDATE'),
    comma,
    ...property('f', 'file_discovery_type'),
    ...choice('o', 'ORC'),
    comma,
    ...textProperty('l', 'log_location', 'obs://crm-logs/orders'),
    comma,
    ...instance,
  ],
};
