import type { Rule } from '../rule.ts';

/** The rules of the path replacement table. */
export const pathRules = {
  'location-target': {
    severity: 'warning',
    title: 'A target that is no OBS path',
    reason: 'Tables are found by their path, and LakeFormation reads them from OBS: obs://bucket/key.',
    source: 'User guide, metadata migration: a source prefix is replaced by obs://',
    example: {
      in: 'metadata_migration_parameter',
      invalid: '"locations": [{ "key": "hdfs://hacluster/warehouse", "value": "/warehouse" }]',
      valid: '"locations": [{ "key": "hdfs://hacluster/warehouse", "value": "obs://lake/warehouse" }]',
    },
  },
  'location-unchanged': {
    severity: 'warning',
    title: 'A path that is replaced by itself',
    reason: 'The entry changes nothing and takes one of the twenty places.',
    source: 'CreateJobByInstance, locations',
    example: {
      in: 'metadata_migration_parameter',
      invalid: '"locations": [{ "key": "obs://lake/warehouse", "value": "obs://lake/warehouse" }]',
      valid: '"locations": [{ "key": "obs://lake/warehouse", "value": "obs://lake/tables" }]',
    },
  },
  'location-repeated': {
    severity: 'warning',
    title: 'A source path stands in the table twice',
    reason: 'Which of the two is taken is not documented.',
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
    title: 'A source path that an earlier one replaces too',
    reason:
      'The earlier path is the beginning of this one, so this entry may never be reached. Which of two wins is not documented; the longer one first is the safe order.',
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
