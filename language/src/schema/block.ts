import type { Path } from '../documents/locate.ts';
import { childValue, isObject, valueAt } from '../documents/value.ts';
import { jobSchema } from '../generated/jobSchema.js';
import type { Json } from './jsonSchema.ts';
import type { KnownValues } from './example.ts';
import { propertiesOf, propertySchema } from './lookup.ts';

/** What is known of a job's properties without asking: its type by its only block, its instance by the connection. */
export function knownValues(root: Json, instanceId: string | undefined): KnownValues {
  const parameter = propertySchema(jobSchema, 'parameter') ?? {};
  const types = propertiesOf(parameter).flatMap(([name, schema]) =>
    isObject(valueAt(root, ['parameter', name])) ? (schema['x-appliesWith']?.values ?? []) : [],
  );
  const [type] = types;
  return {
    ...(types.length === 1 && type !== undefined && { type }),
    ...(instanceId !== undefined && { instance_id: instanceId }),
  };
}

/** The path of the block that a job's `type` selects; `undefined` for a job without a legal type. */
export function selectedBlock(root: Json): Path | undefined {
  const type = childValue(root, 'type');
  const parameter = propertySchema(jobSchema, 'parameter');
  const block = propertiesOf(parameter ?? {}).find(([, schema]) =>
    schema['x-appliesWith']?.values?.some((value) => value === type),
  );
  return block && ['parameter', block[0]];
}

/** The instance that a job names in the block that counts, and where. */
export function instanceOf(root: Json): { readonly instance?: string; readonly path?: Path } {
  const block = selectedBlock(root);
  if (block === undefined) return {};
  const path = [...block, 'instance_id'];
  const instance = valueAt(root, path);
  return typeof instance === 'string' ? { instance, path } : {};
}
