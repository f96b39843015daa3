import type { Position, Range } from 'vscode-languageserver-types';

/** A job of about a given size, and where it is edited: all in the principal in its middle. */
export interface BenchmarkJob {
  /** The job with the last letter of a principal's type, `"USE`, still to be typed. */
  readonly text: string;
  /** Behind `"USE`. */
  readonly value: Position;
  /** On the key of `principal_source`. */
  readonly hovered: Position;
  /** The property `principal_name`, key to value; a half-typed key can take its place. */
  readonly property: Range;
}

const middleName = 'the_middle';

/**
 * A job that discovers tables and keeps a migration beside: as many location rules as principals, as many as it takes.
 * Above some 6 KB it breaks one rule beside the unfinished value: more than 20 locations.
 */
export function benchmarkJob(bytes: number): BenchmarkJob {
  const frame = jobText(0).length;
  const count = Math.max(3, Math.round((bytes - frame) / ((jobText(100).length - frame) / 100)));
  const text = jobText(count).replace(`"USER"${restOfMiddle}`, `"USE"${restOfMiddle}`);
  const middle = text.indexOf(restOfMiddle);
  const source = text.indexOf('"principal_source"', middle);
  const name = text.indexOf('"principal_name"', middle);
  return {
    text,
    value: positionAt(text, middle - 1),
    hovered: positionAt(text, source + '"principal'.length),
    property: { start: positionAt(text, name), end: positionAt(text, text.indexOf('\n', name)) },
  };
}

const indent = ' '.repeat(10);
const restOfMiddle = `,\n${indent}"principal_source": "IAM",\n${indent}"principal_name": "${middleName}"`;

function jobText(count: number): string {
  const numbers = Array.from({ length: count }, (_, index) => index);
  const job = {
    name: 'nightly_discovery',
    description: 'Finds the new tables of the sales lake every night',
    type: 'METADATA_DISCOVERY',
    parameter: {
      metadata_migration_parameter: {
        datasource_type: 'MRS_RDS_FOR_MYSQL',
        datasource_parameter: { jdbc_url: 'jdbc:mysql://192.168.0.10:3306/hivemeta', username: 'hive', password: '' },
        source_catalog: 'hive',
        target_catalog: 'lake',
        conflict_strategy: 'UPSERT',
        log_location: 'obs://lake-logs/migration',
        sync_objects: ['DATABASE', 'TABLE', 'PARTITION'],
        locations: numbers.map((number) => ({
          key: `hdfs://hacluster/user/hive/warehouse/sales_${number}`,
          value: `obs://lake/warehouse/sales_${number}`,
        })),
        instance_id: '2180518f-42b8-4947-b20b-adfc53981a25',
      },
      metadata_discovery_parameter: {
        data_location: 'obs://lake-sales/raw',
        target_catalog: 'lake',
        target_database: 'sales',
        conflict_strategy: 'UPSERT',
        file_discovery_type: 'PARQUET',
        log_location: 'obs://lake-logs/discovery',
        principals: numbers.map((number) => principal(number, number === count >> 1 ? middleName : `team_${number}`)),
        instance_id: '2180518f-42b8-4947-b20b-adfc53981a25',
      },
    },
  };
  return `${JSON.stringify(job, null, 2)}\n`;
}

function principal(number: number, name: string): Readonly<Record<string, string>> {
  const isMiddle = name === middleName;
  return {
    principal_type: isMiddle || number % 2 === 0 ? 'USER' : 'GROUP',
    principal_source: isMiddle || number % 3 > 0 ? 'IAM' : 'LDAP',
    principal_name: name,
  };
}

function positionAt(text: string, offset: number): Position {
  const before = text.slice(0, offset);
  return { line: before.split('\n').length - 1, character: offset - before.lastIndexOf('\n') - 1 };
}
