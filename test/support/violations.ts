import type { ErrorObject } from 'ajv';
import { isObject } from '../../language/src/documents/value.ts';
import { createAjv } from '../../scripts/ajv.ts';
import { jobSchema } from './jobSchema.ts';

/** A departure of a document from the schema. */
export interface Violation {
  /** JSON pointer to the value at fault, or to the object with the missing or unknown property. */
  readonly path: string;
  readonly keyword: string;
  /** As `x-severity` softens it; `error` where it doesn't, and where the value violates the constraint in `x-error`. */
  readonly severity: string;
}

const validate = createAjv({ verbose: true }).compile(jobSchema);

/** How a document, parsed, departs from the shipped schema; none for one that conforms. */
export function violations(document: unknown): Violation[] {
  validate(document);
  // An `if` that fails only shows that its `then` has failed, which is reported by itself.
  return (validate.errors ?? [])
    .filter(({ keyword }) => keyword !== 'if')
    .map((error) => ({ path: error.instancePath, keyword: error.keyword, severity: severityOf(error) }));
}

function severityOf({ keyword, parentSchema, data }: ErrorObject): string {
  const wider: unknown = parentSchema?.['x-error'];
  if (isObject(wider) && keyword in wider && !createAjv().validate(wider, data)) return 'error';
  const severities: unknown = parentSchema?.['x-severity'];
  const severity = isObject(severities) ? severities[keyword] : undefined;
  return typeof severity === 'string' ? severity : 'error';
}
