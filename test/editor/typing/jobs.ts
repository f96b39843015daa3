/** The jobs that are typed: an engineer's own names, hosts and paths, in small but whole jobs of each type. */
export const instanceId = '9c1b7f36-52d4-4e0a-8a3f-61d20e9b7c58';

export const jobs = {
  METADATA_MIGRATION: {
    name: 'crm_hive_to_lake',
    type: 'METADATA_MIGRATION',
    parameter: {
      metadata_migration_parameter: {
        datasource_type: 'MRS_RDS_FOR_MYSQL',
        datasource_parameter: {
          jdbc_url: 'jdbc:mysql://10.20.4.17:3306/crm_meta?useSSL=false&permitMysqlScheme',
          username: 'crm_reader',
          password: '${secret:CRM_PASSWORD}',
        },
        source_catalog: 'hive',
        target_catalog: 'crm',
        conflict_strategy: 'UPSERT',
        log_location: 'obs://crm-logs/metadata',
        sync_objects: ['DATABASE', 'FUNCTION', 'TABLE', 'PARTITION'],
        locations: [{ key: 'hdfs://hacluster/user/hive/warehouse', value: 'obs://crm-tables/hive' }],
        instance_id: instanceId,
      },
    },
  },
  PERMISSION_MIGRATION: {
    name: 'crm_ranger',
    type: 'PERMISSION_MIGRATION',
    parameter: {
      permission_migration_parameter: {
        location: 'obs://crm-exports/policies/',
        log_location: 'obs://crm-logs/policies',
        policy_type: 'RANGER',
        instance_id: instanceId,
      },
    },
  },
  METADATA_DISCOVERY: {
    name: 'crm_orders',
    type: 'METADATA_DISCOVERY',
    parameter: {
      metadata_discovery_parameter: {
        data_location: 'obs://crm-raw/orders',
        target_catalog: 'crm',
        target_database: 'orders',
        conflict_strategy: 'UPDATE',
        file_discovery_type: 'ORC',
        log_location: 'obs://crm-logs/orders',
        instance_id: instanceId,
      },
    },
  },
} as const;

export type JobType = keyof typeof jobs;

export const jobTypes: readonly JobType[] = ['METADATA_MIGRATION', 'PERMISSION_MIGRATION', 'METADATA_DISCOVERY'];
