import { isObject } from '../../service/json.ts';

/** The smallest job that the page allows. */
export const smallJob = {
  name: 'job_1',
  type: 'PERMISSION_MIGRATION',
  parameter: {
    permission_migration_parameter: { location: 'a', log_location: 'b', policy_type: 'RANGER', instance_id: 'c' },
  },
};

/** The smallest job, for the instance of a service. */
export function jobFor({ instanceId }: { readonly instanceId: string }): typeof smallJob {
  const block = { ...smallJob.parameter.permission_migration_parameter, instance_id: instanceId };
  return { ...smallJob, parameter: { permission_migration_parameter: block } };
}

/** A job with every property of the page but execute_frequency, which decides what its neighbours may be. */
export const fullJob = {
  name: 'job_1',
  description: 'd',
  type: 'METADATA_DISCOVERY',
  parameter: {
    metadata_migration_parameter: {
      datasource_type: 'ALIYUN_DLF',
      datasource_parameter: {
        jdbc_url: 'a',
        username: 'root',
        password: 'a',
        endpoint: 'a',
        access_key: 'a',
        secret_key: 'a',
        subnet_ip: 'a',
      },
      source_catalog: 'a',
      target_catalog: 'a',
      conflict_strategy: 'UPSERT',
      log_location: 'a',
      sync_objects: ['DATABASE'],
      default_owner: 'a',
      locations: [{ key: 'a', value: 'b' }],
      instance_id: 'a',
      ignore_obs_checked: false,
      network_type: 'EIP',
      accepted_vpc_id: 'a',
    },
    permission_migration_parameter: {
      location: 'a',
      file_name: 'a',
      log_location: 'a',
      policy_type: 'DLF',
      catalog_id: 'a',
      instance_id: 'a',
      ranger_permission_migration_principal_relas: {
        user_to: 'IAM_USER',
        user_prefix: 'a',
        user_suffix: 'a',
        group_to: 'IAM_GROUP',
        group_prefix: 'a',
        group_suffix: 'a',
        role_to: 'ROLE',
        role_prefix: 'a',
        role_suffix: 'a',
      },
    },
    metadata_discovery_parameter: {
      data_location: 'a',
      target_catalog: 'a',
      target_database: 'a',
      conflict_strategy: 'UPDATE',
      file_discovery_type: 'CSV',
      separator: ',',
      quote: 'DOUBLE_QUOTE',
      escape: '\\',
      header: true,
      file_sample_rate: 100,
      table_depth: 3,
      log_location: 'a',
      default_owner: 'a',
      principals: [{ principal_type: 'USER', principal_source: 'IAM', principal_name: 'user1' }],
      give_write: false,
      instance_id: 'a',
      rediscovery_policy: 'FULL_DISCOVERY',
      execute_strategy: 'SCHEDULE',
      execute_day: '1',
      execute_hour: '1',
      execute_minute: '1',
    },
  },
};

/** The value of the full job with another value at a JSON pointer; `undefined` leaves the property out. */
export function fullJobWith(pointer: string, value: unknown): unknown {
  return replaced(fullJob, pointer.split('/').slice(1), value);
}

/** Every property of the full job with its JSON pointer, those of objects and of array elements too. */
export function propertiesOf(value: unknown = fullJob, pointer = ''): readonly (readonly [pointer: string, unknown])[] {
  if (!Array.isArray(value) && !isObject(value)) return [];
  return Object.entries(value).flatMap(([key, property]: readonly [string, unknown]) => [
    ...(Array.isArray(value) ? [] : [[`${pointer}/${key}`, property] as const]),
    ...propertiesOf(property, `${pointer}/${key}`),
  ]);
}

function replaced(inner: unknown, [key, ...rest]: readonly string[], value: unknown): unknown {
  if (key === undefined) return value;
  if (Array.isArray(inner))
    return inner.map((item: unknown, index): unknown => (String(index) === key ? replaced(item, rest, value) : item));
  const properties = isObject(inner) ? inner : {};
  return { ...properties, [key]: replaced(properties[key], rest, value) };
}
