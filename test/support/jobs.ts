import { readFileSync } from 'node:fs';
import { isObject } from '../../language/src/documents/value.ts';
import type { ExamplePlace } from '../../language/src/rules/rule.ts';

/** Jobs without anything to report, by the block that they have. */
const bases = {
  metadata_migration_parameter: 'migration_small',
  permission_migration_parameter: 'permission_small',
  metadata_discovery_parameter: 'discovery_small',
} as const;

/** The instance that the jobs of the fixtures are for. */
export const instanceId = '2180518f-42b8-4947-b20b-adfc53981a25';

/** The text of a job that has nothing to report but for the properties that are put into one of its objects. */
export function jobWithProperties(place: ExamplePlace, properties: string): string {
  if (place === 'text') return properties;
  const base = readJob(bases[blockOf(place)]);
  return JSON.stringify(merged(base, pathOf(place), JSON.parse(`{${properties}}`)), null, 2);
}

function blockOf(place: ExamplePlace): keyof typeof bases {
  switch (place) {
    case 'datasource_parameter':
    case 'metadata_migration_parameter':
      return 'metadata_migration_parameter';
    case 'metadata_discovery_parameter':
      return 'metadata_discovery_parameter';
    default:
      return 'permission_migration_parameter';
  }
}

function pathOf(place: ExamplePlace): readonly string[] {
  switch (place) {
    case 'text':
    case 'job':
      return [];
    case 'parameter':
      return ['parameter'];
    case 'datasource_parameter':
      return ['parameter', 'metadata_migration_parameter', 'datasource_parameter'];
    default:
      return ['parameter', place];
  }
}

function merged(value: unknown, [name, ...rest]: readonly string[], properties: unknown): unknown {
  const object = isObject(value) ? value : {};
  if (name !== undefined) return { ...object, [name]: merged(object[name], rest, properties) };
  return { ...object, ...(isObject(properties) ? properties : {}) };
}

/** A legal job of the fixtures, parsed. */
function readJob(name: string): unknown {
  return JSON.parse(readFileSync(new URL(`../fixtures/valid/${name}.lfjob.json`, import.meta.url), 'utf8'));
}
