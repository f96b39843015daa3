import * as l10n from '@vscode/l10n';

/** A job of a real case, which New Job starts from. */
export interface Sample {
  /** The file in `samples/` without its extension, which is the job's name as well. */
  readonly name: string;
  readonly label: string;
  readonly detail: string;
}

/** Returns the samples of the gallery, those for a type of job together. */
export function sampleGallery(): readonly Sample[] {
  return [
    {
      name: 'hive_mrs_rds_mysql_peering',
      label: l10n.t('MRS Hive metastore in RDS for MySQL'),
      detail: l10n.t('Metadata migration over VPC peering'),
    },
    {
      name: 'hive_mrs_rds_postgresql',
      label: l10n.t('MRS Hive metastore in RDS for PostgreSQL'),
      detail: l10n.t('Metadata migration over the public network'),
    },
    {
      name: 'hive_open_source_mysql',
      label: l10n.t('Open-source Hive metastore in MySQL'),
      detail: l10n.t('Metadata migration that replaces HDFS and local paths'),
    },
    {
      name: 'hive_mrs_local_gaussdb',
      label: l10n.t('MRS Hive metastore in the local GaussDB database'),
      detail: l10n.t('Metadata migration over VPC peering'),
    },
    {
      name: 'aliyun_dlf',
      label: l10n.t('Aliyun DLF catalog'),
      detail: l10n.t('Metadata migration with an access key'),
    },
    {
      name: 'hive_tables_only',
      label: l10n.t('Tables and partitions only'),
      detail: l10n.t('Metadata migration without functions'),
    },
    {
      name: 'ranger_groups_to_roles',
      label: l10n.t('Ranger users and groups to roles'),
      detail: l10n.t('Permission migration from one file, with prefixes'),
    },
    {
      name: 'ranger_policies_of_folder',
      label: l10n.t('Ranger policies in a folder'),
      detail: l10n.t('Permission migration from all files, to IAM users and groups'),
    },
    {
      name: 'aliyun_dlf_permissions',
      label: l10n.t('Aliyun DLF permissions'),
      detail: l10n.t('Permission migration from a catalog'),
    },
    {
      name: 'lakeformation_permissions',
      label: l10n.t('Permissions from another LakeFormation instance'),
      detail: l10n.t('Permission migration from exported permissions'),
    },
    {
      name: 'nightly_parquet',
      label: l10n.t('Parquet files every night'),
      detail: l10n.t('Metadata discovery of tables two levels below the path'),
    },
    {
      name: 'hourly_json_incremental',
      label: l10n.t('New JSON files every hour'),
      detail: l10n.t('Incremental metadata discovery'),
    },
    {
      name: 'weekly_csv_with_header',
      label: l10n.t('CSV files with a header every week'),
      detail: l10n.t('Metadata discovery with separator, quote, and escape character'),
    },
    {
      name: 'monthly_orc',
      label: l10n.t('New ORC tables every month'),
      detail: l10n.t('Metadata discovery that only creates tables'),
    },
    {
      name: 'monthly_avro',
      label: l10n.t('Changed Avro tables every month'),
      detail: l10n.t('Metadata discovery that only updates tables'),
    },
    {
      name: 'all_files_with_principals',
      label: l10n.t('All file types, with access for a group'),
      detail: l10n.t('Metadata discovery that you start manually'),
    },
  ];
}
