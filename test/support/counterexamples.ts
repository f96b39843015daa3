/** Texts for which a property of fixing has once failed: each property is tried with them first. */
export const counterexamples: [string][] = [
  // What two entries of the table have in common isn't all that they have.
  migration(
    '"locations": [{ "key": "file:/a", "value": "obs://a/b" }, { "key": "file:/a", "value": "obs://a/b", "x": 1 }]',
  ),
  // What is removed may contain a comment.
  '{ "type": /* daily */ "METADATA_DISCOVERY", "type": "METADATA_DISCOVERY" }',
  migration('"locations": [{ "key": "a", "value": "obs://a/b" }, { "key": "a", /* again */ "value": "obs://a/b" }]'),
  discovery('"principals": [{ "principal_name": "a" }, { /* again */ "principal_name": "a" }]'),
  // What is put behind a text without its end becomes a part of it.
  '{\n"name": "nightly", "type": "',
  '{ "parameter": { "metadata_migration_parameter": { "locations": [{ "value": ["\n] o',
  // What separates two words may be what is removed, and a word may contain a colon.
  '{ "parameter": { "metadata_migration_parameter": { sync_objects: [", "N", "L',
  '{ "name": ["a" b:',
  '{"""" ${}:n',
  '{ "parameter": { "metadata_discovery_parameter": { "execute_day": 1/* or */0 } } }',
  '{ owner night shift',
  // A comment of another language goes on to the end of its line.
  '{ # a /* b */ "name": "c"\n}',
  // Two slashes in a text aren't a comment.
  '{ "name": "obs://x", "parameter": {} }',
  '{ "name": { "x": { "a": "//" /*\n*/, "b": "", "c": {} } }, "type": "" }',
  '{ "name": "a" /* b */, "type": "c" }',
  // Where a bracket is lost, the indentation shows where, but only if nothing else is wrong.
  '\uFEFF{\n  "a": {\n    "b": [[],\n    "c": "2"\n  },\n  "a": {}\n}',
  '{\n  "a": {\n    "b": [[],\n    "c": "2",\n  },\n  "a": {}\n}',
  // What is inserted behind a lost bracket isn't within a line break.
  '{\r\n  "parameter":{\r\n    "permission_migration_parameter":\r\n      "a":{},\r\n      "b":{}\r\n    }\r\n  }\r\n}',
  // A name may have quotation marks in it.
  migration(
    '"datasource_type": "MRS_RDS_FOR_PG", "datasource_parameter": { "secret_key": "", "\\"access_key\\"": "" }',
  ),
  // Elements and arrays without their opening brackets.
  migration('"locations": [{ "key": "a", "value": "obs://a/b" }, "key": "b", "value": "obs://a/b" }]'),
  migration('"locations": { "key": "a", "value": "obs://a/b" }, { "key": "b", "value": "obs://a/b" }]'),
  migration('"sync_objects": "DATABASE", "TABLE"]'),
  // What is removed may be a part of a string without its end, and decide where the indentation has a lost bracket.
  '{"parameter": {"metadata_discovery_parameter": "", "permission_migration_parameter": {"role_prefix": "ranger_}}, "metadata_discovery_parameter": ""}}',
  '{\n  "type": "PERMISSION_MIGRATION",\n  "parameter": {"metadata_migration_parameter" // a\n: {}, "permission_migration_parameter": null,\n  "x": ""\n}',
].map((text) => [text]);

function migration(properties: string): string {
  return `{ "parameter": { "metadata_migration_parameter": { ${properties} } } }`;
}

function discovery(properties: string): string {
  return `{ "parameter": { "metadata_discovery_parameter": { ${properties} } } }`;
}
