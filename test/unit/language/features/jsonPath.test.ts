import { describe, expect, test } from 'vitest';
import { jsonPathAt } from '../../../../language/src/features/jsonPath.ts';
import { atCursor } from '../../../support/cursor.ts';

function pathAt(marked: string): string | undefined {
  const { document, parsed, position } = atCursor(marked);
  return jsonPathAt(document, parsed, position);
}

const job = (locations: string): string =>
  `{ "parameter": { "metadata_migration_parameter": { "locations": ${locations} } } }`;

describe('the path of the property at the cursor', () => {
  test.each([
    ['of a name', '{ "ty|pe": "X" }', '$.type'],
    ['of a value', '{ "type": "|X" }', '$.type'],
    ['between name and value', '{ "type":| "X" }', '$.type'],
    ['at the end of a value', '{ "type": "X"| }', '$.type'],
    ['in an array', job('[{}, { "key": "a|" }]'), '$.parameter.metadata_migration_parameter.locations[1].key'],
    ['of an element', job('[{}, {| "key": "a" }]'), '$.parameter.metadata_migration_parameter.locations[1]'],
    ['in an empty block', job('[{|}]'), '$.parameter.metadata_migration_parameter.locations[0]'],
    ['in front of a property on its line', '{\n|  "type": "X",\n  "name": "y"\n}', '$.type'],
    ['behind a property and its comma', '{\n  "type": "X", |\n  "name": "y"\n}', '$.type'],
    ['between two properties on one line', '{ "type": "X",| "name": "y" }', '$.type'],
    ['on an empty line, of the block', '{ "parameter": {\n  |\n  "x": 1\n} }', '$.parameter'],
    ['behind the job, of the job', '{ "type": "X" }\n|', '$'],
    ['in front of the job, of the job', ' | { "type": "X" }', '$'],
    ['of a text half written', '{ "parameter": { "smn_notify_types": ["SUC|', '$.parameter.smn_notify_types[0]'],
    ['of a name without a value', '{ "parameter": { "smn_no|', '$.parameter.smn_no'],
  ])('%s', (_, marked, path) => {
    expect(pathAt(marked)).toBe(path);
  });

  test.each([
    ['{ "a-b": 1| }', "$['a-b']"],
    ['{ "1a": 1| }', "$['1a']"],
    ['{ "": 1| }', "$['']"],
    ['{ "a.b": { "c": 1| } }', "$['a.b'].c"],
    [`{ "it's \\"it\\"": 1| }`, `$['it\\'s "it"']`],
    ['{ "a\\\\b\\n": 1| }', "$['a\\\\b\\n']"],
    ['{ "路径": 1| }', "$['路径']"],
    ['{ "_x9": 1| }', '$._x9'],
  ])('in brackets and quotes where the name needs it: %s', (marked, path) => {
    expect(pathAt(marked)).toBe(path);
  });

  test('there is none in an empty text', () => {
    expect(pathAt('|')).toBeUndefined();
  });
});
