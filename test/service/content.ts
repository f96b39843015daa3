import { randomUUID } from 'node:crypto';

/** A catalog as the list has it. */
export interface ListedCatalog {
  readonly catalog_name: string;
  readonly description: string;
  readonly location: string;
  readonly database_location_list: readonly string[];
  readonly owner: string;
  readonly owner_type: string;
  readonly owner_source: string;
}

/** A user or a group of a source, such as IAM. */
export interface ListedPrincipal {
  readonly name: string;
  readonly source: string;
  readonly id: string;
}

/** An OBS bucket, and the names of its objects. */
export interface Bucket {
  readonly id: string;
  readonly name: string;
  readonly creation_date: string;
  readonly location: string;
  readonly objects: readonly string[];
}

/** What the instance and the account have, to be changed by a test. */
export interface Content {
  catalogs: readonly ListedCatalog[];
  /** The names of the databases by their catalog. */
  databases: Readonly<Record<string, readonly string[]>>;
  users: readonly ListedPrincipal[];
  groups: readonly ListedPrincipal[];
  roles: readonly string[];
  buckets: readonly Bucket[];
  /** Whether the agency for jobs is there. */
  isAuthorized: boolean;
}

export function catalogOf(name: string, description = ''): ListedCatalog {
  return {
    catalog_name: name,
    description,
    location: `obs://lake/${name}`,
    database_location_list: [],
    owner: 'engineer',
    owner_type: 'USER',
    owner_source: 'IAM',
  };
}

export function principalOf(name: string, source = 'IAM'): ListedPrincipal {
  return { name, source, id: randomUUID() };
}

export function bucketOf(name: string, ...objects: readonly string[]): Bucket {
  return { id: randomUUID(), name, creation_date: '2023-05-27T10:04:35.743Z', location: 'local', objects };
}

/** What the example jobs need, and some more to choose from. */
export function sampleContent(): Content {
  return {
    catalogs: [catalogOf('hive', 'Default catalog'), catalogOf('lake', 'Sales and logs'), catalogOf('archive')],
    databases: { hive: ['default'], lake: ['default', 'inventory', 'sales'], archive: ['sales_2022', 'sales_2023'] },
    users: ['engineer', 'auditor'].map((name) => principalOf(name)),
    groups: ['analysts', 'data_engineers'].map((name) => principalOf(name)),
    roles: ['lake_admin', 'lake_reader'],
    buckets: [
      bucketOf('lake', 'warehouse/sales.db/orders/part-0.parquet', 'warehouse/default.db/'),
      bucketOf('lake-logs', 'discovery/', 'migration/', 'permissions/'),
      bucketOf('lake-permissions', 'ranger/policies.json'),
      bucketOf('lake-sales', 'archive/2023/orders.csv', 'raw/orders/2024/part-0.parquet', 'raw/returns/part-0.parquet'),
    ],
    isAuthorized: true,
  };
}
