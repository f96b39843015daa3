import { referenceTo } from '../../../../language/src/documents/reference.ts';
import { isObject } from '../../../../language/src/documents/value.ts';
import { jobSchema } from '../../../../language/src/generated/jobSchema.js';
import type { Path } from '../../../../language/src/documents/locate.ts';
import { requiredProperties } from '../../../../language/src/schema/conditions.ts';
import type { Json, JsonSchema } from '../../../../language/src/schema/jsonSchema.ts';
import { propertySchema } from '../../../../language/src/schema/lookup.ts';
import { presetName } from '../../../../language/src/secrets/presetName.ts';
import { mask, redaction } from '../../redaction/redaction.ts';
import { isFoundAnywhere } from '../../redaction/secretForms.ts';
import { jobText } from './jobLayout.ts';
import { passwordReference } from './passwordReference.ts';
import type { RemoteJob } from './readRemoteJob.ts';
import { jobInRequestForm } from './requestForm.ts';

type ShownJob = Pick<RemoteJob, 'definition' | 'secrets'>;

/** Returns the text of a job to read: without its secrets, and with the passwords in its addresses masked. */
export function readableJobText({ definition, secrets }: ShownJob): string {
  return jobText(jobInRequestForm(definition, { password: () => mask, redact: redaction(secrets) }));
}

/** Returns the text of a new file with a job: with references where the service leaves out a secret that the job needs. */
export function newFileText({ definition, secrets }: ShownJob): string {
  const redact = redaction(secrets.filter(isFoundAnywhere));
  const job = jobInRequestForm(definition, { password: passwordReference, redact });
  return jobText(withSecretReferences(job, jobSchema, [], job));
}

/** @param root the whole job, which decides on what is required */
function withSecretReferences(value: Json, schema: JsonSchema, path: Path, root: Json): Json {
  if (!isObject(value)) return value;
  const known = Object.entries(value).map(([name, inner]): [string, Json] => {
    const innerSchema = propertySchema(schema, name);
    return [name, innerSchema ? withSecretReferences(inner, innerSchema, [...path, name], root) : inner];
  });
  const missing = [...requiredProperties(path, root)].filter(
    (name) => !Object.hasOwn(value, name) && propertySchema(schema, name)?.['x-secret'] === true,
  );
  const references = missing.map((name): [string, Json] => [
    name,
    referenceTo('secret', presetName(name, propertySchema(schema, name))),
  ]);
  return Object.fromEntries([...known, ...references]);
}
