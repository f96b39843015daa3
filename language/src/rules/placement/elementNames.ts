import type { Node } from 'jsonc-parser';
import { findProperty, placeAt, type Path } from '../../documents/locate.ts';
import { isReferring } from '../../documents/reference.ts';
import type { Json, JsonSchema } from '../../schema/jsonSchema.ts';
import { elementSchema, propertiesOf, propertySchema, subschemaAt } from '../../schema/lookup.ts';
import { keeps } from '../../schema/limits.ts';
import { isObsPath } from '../../schema/obsPath.ts';

/**
 * Returns the path of the only element of an array that an object lacks, if the object itself has all properties that
 * an element requires: `principals` for `principal_type`, `principal_source`, and `principal_name`.
 * @param unknown the names of the object's unknown properties
 */
export function elementHome(unknown: readonly string[], path: Path, object: Node): Path | undefined {
  const schema = subschemaAt(path);
  const arrays = schema === undefined ? [] : propertiesOf(schema);
  const array = arrays.find(([name, inner]) => {
    const { required = [] } = elementSchema(inner) ?? {};
    return required.length > 0 && required.every((one) => unknown.includes(one)) && !findProperty(object, name);
  });
  return array && [...path, array[0], 0];
}

/**
 * Returns the names that an element of an array lacks by the unknown names that it has, if there are as many, and their
 * values fit in one order only: "source" is "key" if the value of "target" is the only path of OBS.
 */
export function elementNames(unknown: readonly string[], path: Path, object: Node): ReadonlyMap<string, string> {
  const schema = typeof path.at(-1) === 'number' ? subschemaAt(path) : undefined;
  const lacking = (schema?.required ?? []).filter((name) => placeAt(object, [name]) === undefined);
  if (schema === undefined || lacking.length !== unknown.length) return new Map();
  const orders = lacking.length === 1 ? [lacking] : [lacking, lacking.toReversed()];
  const [fitting, ...others] = orders.filter((order) =>
    order.every((name, index) => fits(findProperty(object, unknown[index] ?? '')?.value, propertySchema(schema, name))),
  );
  return fitting === undefined || others.length > 0
    ? new Map()
    : new Map(unknown.map((written, index) => [written, fitting[index] ?? written]));
}

function fits(node: Node | undefined, schema: JsonSchema | undefined): boolean {
  if (node === undefined || schema === undefined || node.type === 'object' || node.type === 'array') return false;
  const value: Json = node.value;
  return keeps(value, schema) && (!isObsPath(schema) || isReferring(value) || /^(?:obs|har):\/\//.test(String(value)));
}
