import type { Rule } from '../rule.ts';

/** The rules for the source of a metadata migration. */
export const sourceRules = {
  'missing-source-property': {
    severity: 'warning',
    title: 'Missing property for the data source',
    reason:
      'A database requires `jdbc_url`, `username`, and `password`. Aliyun DLF requires `endpoint`, `access_key`, and `secret_key`.',
    source: 'User guide, metadata migration; for Aliyun DLF, property names and request example (inferred)',
    example: {
      in: 'metadata_migration_parameter',
      invalid: '"datasource_type": "MRS_RDS_FOR_MYSQL", "datasource_parameter": { "username": "hive", "password": "" }',
      valid: `"datasource_type": "MRS_RDS_FOR_MYSQL", "datasource_parameter": {
  "jdbc_url": "jdbc:mysql://192.168.0.10:3306/hivemeta", "username": "hive", "password": "" }`,
    },
  },
  'unused-source-property': {
    severity: 'warning',
    title: 'Property of another data source',
    reason:
      'The property belongs to another `datasource_type` and has no effect. Remove it, or change `datasource_type`.',
    source: 'User guide, metadata migration',
    example: {
      in: 'metadata_migration_parameter',
      invalid: `"datasource_type": "MRS_RDS_FOR_MYSQL", "datasource_parameter": {
  "jdbc_url": "jdbc:mysql://192.168.0.10:3306/hivemeta", "username": "hive", "password": "", "endpoint": "dlf.cn-hangzhou.aliyuncs.com" }`,
      valid: `"datasource_type": "MRS_RDS_FOR_MYSQL", "datasource_parameter": {
  "jdbc_url": "jdbc:mysql://192.168.0.10:3306/hivemeta", "username": "hive", "password": "" }`,
    },
  },
  'jdbc-url': {
    severity: 'warning',
    title: 'Invalid JDBC URL',
    reason:
      'Use `jdbc:mysql://host:port/database` for MySQL, and `jdbc:postgresql://host:port/database` for PostgreSQL. For GaussDB, use the PostgreSQL form or that of its own driver.',
    source: 'CreateJobByInstance, jdbc_url; user guide, metadata migration',
    example: {
      in: 'datasource_parameter',
      invalid: '"jdbc_url": "jdbc:postgresql://192.168.0.10:3306/hivemeta"',
      valid: '"jdbc_url": "jdbc:mysql://192.168.0.10:3306/hivemeta"',
    },
  },
  'missing-peering-property': {
    severity: 'warning',
    title: 'Missing property for VPC peering',
    reason:
      'VPC peering requires the VPC of the database (`accepted_vpc_id`) and an IP address in its subnet (`subnet_ip`).',
    source: 'CreateJobByInstance, accepted_vpc_id and subnet_ip (inferred)',
    example: {
      in: 'metadata_migration_parameter',
      invalid: `"network_type": "VPC_PEERING", "datasource_parameter": { "subnet_ip": "192.168.0.10",
  "jdbc_url": "jdbc:mysql://192.168.0.10:3306/hivemeta", "username": "hive", "password": "" }`,
      valid: `"network_type": "VPC_PEERING", "accepted_vpc_id": "13551d6b-755d-4757-b956-536f674975c0",
"datasource_parameter": { "subnet_ip": "192.168.0.10",
  "jdbc_url": "jdbc:mysql://192.168.0.10:3306/hivemeta", "username": "hive", "password": "" }`,
    },
  },
  'unused-peering-property': {
    severity: 'warning',
    title: 'VPC peering property without VPC_PEERING',
    reason:
      'The property describes a peering connection, which is used only when `network_type` is `VPC_PEERING`. Remove it, or change `network_type`.',
    source: 'CreateJobByInstance, accepted_vpc_id and subnet_ip (inferred)',
    example: {
      in: 'metadata_migration_parameter',
      invalid: '"network_type": "EIP", "accepted_vpc_id": "13551d6b-755d-4757-b956-536f674975c0"',
      valid: '"network_type": "EIP"',
    },
  },
  'subnet-ip': {
    severity: 'warning',
    title: 'Invalid subnet IP address',
    reason: '`subnet_ip` must be a single IP address, not a CIDR block or a host name.',
    source: 'CreateJobByInstance, subnet_ip',
    example: {
      in: 'metadata_migration_parameter',
      invalid: `"network_type": "VPC_PEERING", "accepted_vpc_id": "13551d6b-755d-4757-b956-536f674975c0",
"datasource_parameter": { "subnet_ip": "192.168.0.0/24",
  "jdbc_url": "jdbc:mysql://192.168.0.10:3306/hivemeta", "username": "hive", "password": "" }`,
      valid: `"network_type": "VPC_PEERING", "accepted_vpc_id": "13551d6b-755d-4757-b956-536f674975c0",
"datasource_parameter": { "subnet_ip": "192.168.0.10",
  "jdbc_url": "jdbc:mysql://192.168.0.10:3306/hivemeta", "username": "hive", "password": "" }`,
    },
  },
  'objects-without-parents': {
    severity: 'information',
    title: 'Metadata objects without their parents',
    reason:
      'Databases contain functions and tables, and tables contain partitions. Parents that aren’t migrated must already exist in the target catalog.',
    source: 'User guide, metadata migration (select all four for a first migration)',
    example: {
      in: 'metadata_migration_parameter',
      invalid: '"sync_objects": ["DATABASE", "PARTITION"]',
      valid: '"sync_objects": ["DATABASE", "TABLE", "PARTITION"]',
    },
  },
  'repeated-value': {
    severity: 'warning',
    title: 'Duplicate value in an array',
    reason: 'The duplicate has no effect, and another value was probably intended. Replace or remove it.',
    source: 'CreateJobByInstance, sync_objects and smn_notify_types',
    example: {
      in: 'metadata_migration_parameter',
      invalid: '"sync_objects": ["DATABASE", "TABLE", "TABLE"]',
      valid: '"sync_objects": ["DATABASE", "TABLE"]',
    },
  },
} as const satisfies Record<string, Rule>;
