import type { Rule } from '../rule.ts';

/** The rules for `locations`, which replaces paths. */
export const pathRules = {
  'location-target': {
    severity: 'warning',
    title: 'Target isn’t an OBS path',
    reason: 'LakeFormation reads tables from OBS. Use a path such as `obs://bucket/path`.',
    source: 'User guide, metadata migration (a source prefix is replaced with obs://)',
    example: {
      in: 'metadata_migration_parameter',
      invalid: '"locations": [{ "key": "hdfs://hacluster/warehouse", "value": "/warehouse" }]',
      valid: '"locations": [{ "key": "hdfs://hacluster/warehouse", "value": "obs://lake/warehouse" }]',
    },
  },
  'location-unchanged': {
    severity: 'warning',
    title: 'Location replaced with itself',
    reason:
      'The element has no effect and counts toward the limit of 20 locations. Change the target, or remove the element.',
    source: 'CreateJobByInstance, locations',
    example: {
      in: 'metadata_migration_parameter',
      invalid: '"locations": [{ "key": "obs://lake/warehouse", "value": "obs://lake/warehouse" }]',
      valid: '"locations": [{ "key": "obs://lake/warehouse", "value": "obs://lake/tables" }]',
    },
  },
  'location-repeated': {
    severity: 'warning',
    title: 'Duplicate location',
    reason: 'The API reference doesn’t specify which of the elements is used. Remove one of them.',
    source: 'CreateJobByInstance, locations',
    example: {
      in: 'metadata_migration_parameter',
      invalid:
        '"locations": [{ "key": "file:/a", "value": "obs://lake/a" }, { "key": "file:/a", "value": "obs://lake/b" }]',
      valid:
        '"locations": [{ "key": "file:/a", "value": "obs://lake/a" }, { "key": "file:/b", "value": "obs://lake/b" }]',
    },
  },
  'location-shadowed': {
    severity: 'warning',
    title: 'Location covered by an earlier one',
    reason:
      'An earlier element with a shorter path may be applied first; the order isn’t documented. Move the longer path before it.',
    source: 'CreateJobByInstance, locations',
    example: {
      in: 'metadata_migration_parameter',
      invalid:
        '"locations": [{ "key": "file:/", "value": "obs://lake/a" }, { "key": "file:/b", "value": "obs://lake/b" }]',
      valid:
        '"locations": [{ "key": "file:/b", "value": "obs://lake/b" }, { "key": "file:/", "value": "obs://lake/a" }]',
    },
  },
} as const satisfies Record<string, Rule>;
