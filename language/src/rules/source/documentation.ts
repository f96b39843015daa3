import type { Rule } from '../rule.ts';

/** The rules of a metadata migration's source. */
export const sourceRules = {
  'missing-source-member': {
    severity: 'warning',
    title: 'A member that the data source needs is missing',
    reason:
      'A database is reached by jdbc_url, username and password, Aliyun DLF by endpoint, access_key and secret_key.',
    source: 'User guide, metadata migration; for Aliyun DLF by the members’ names and the request example',
    example: {
      in: 'metadata_migration_parameter',
      invalid: '"datasource_type": "MRS_RDS_FOR_MYSQL", "datasource_parameter": { "username": "hive", "password": "" }',
      valid: `"datasource_type": "MRS_RDS_FOR_MYSQL", "datasource_parameter": {
  "jdbc_url": "jdbc:mysql://192.168.0.10:3306/hivemeta", "username": "hive", "password": "" }`,
    },
  },
  'unused-source-member': {
    severity: 'warning',
    title: 'A member that the data source does not use',
    reason: 'It belongs to another `datasource_type` and has no effect.',
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
    title: 'A JDBC address that does not fit',
    reason:
      'The address is jdbc:mysql://host:port/database for MySQL and jdbc:postgresql://host:port/database for PostgreSQL; GaussDB is reached as PostgreSQL or by its own driver.',
    source: 'CreateJobByInstance, jdbc_url; user guide, metadata migration',
    example: {
      in: 'datasource_parameter',
      invalid: '"jdbc_url": "jdbc:postgresql://192.168.0.10:3306/hivemeta"',
      valid: '"jdbc_url": "jdbc:mysql://192.168.0.10:3306/hivemeta"',
    },
  },
  'missing-peering-member': {
    severity: 'warning',
    title: 'A member that VPC_PEERING needs is missing',
    reason: 'To reach a database by VPC peering, its VPC and an address in its subnet have to be known.',
    source: 'CreateJobByInstance, accepted_vpc_id and subnet_ip; the need is a conclusion',
    example: {
      in: 'metadata_migration_parameter',
      invalid: `"network_type": "VPC_PEERING", "datasource_parameter": { "subnet_ip": "192.168.0.10",
  "jdbc_url": "jdbc:mysql://192.168.0.10:3306/hivemeta", "username": "hive", "password": "" }`,
      valid: `"network_type": "VPC_PEERING", "accepted_vpc_id": "13551d6b-755d-4757-b956-536f674975c0",
"datasource_parameter": { "subnet_ip": "192.168.0.10",
  "jdbc_url": "jdbc:mysql://192.168.0.10:3306/hivemeta", "username": "hive", "password": "" }`,
    },
  },
  'unused-peering-member': {
    severity: 'warning',
    title: 'A member of VPC peering without VPC_PEERING',
    reason: 'It describes a peering connection, which is used with `network_type` VPC_PEERING only.',
    source: 'CreateJobByInstance, accepted_vpc_id and subnet_ip; a conclusion from their descriptions',
    example: {
      in: 'metadata_migration_parameter',
      invalid: '"network_type": "EIP", "accepted_vpc_id": "13551d6b-755d-4757-b956-536f674975c0"',
      valid: '"network_type": "EIP"',
    },
  },
  'subnet-ip': {
    severity: 'warning',
    title: 'The subnet’s address is no IP address',
    reason: 'The page asks for an IP address, not for a range and not for a name.',
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
    title: 'Kinds of metadata without what they are in',
    reason:
      'Functions and tables are in databases, partitions in tables. What is not copied must be in the target already.',
    source: 'User guide, metadata migration: choose all four on a first migration',
    example: {
      in: 'metadata_migration_parameter',
      invalid: '"sync_objects": ["DATABASE", "PARTITION"]',
      valid: '"sync_objects": ["DATABASE", "TABLE", "PARTITION"]',
    },
  },
  'repeated-value': {
    severity: 'warning',
    title: 'A value stands in an array twice',
    reason: 'The second one adds nothing; probably another value was meant.',
    source: 'CreateJobByInstance, sync_objects and smn_notify_types',
    example: {
      in: 'metadata_migration_parameter',
      invalid: '"sync_objects": ["DATABASE", "TABLE", "TABLE"]',
      valid: '"sync_objects": ["DATABASE", "TABLE"]',
    },
  },
} as const satisfies Record<string, Rule>;
