import { OpenDocument } from './documents/openDocument.ts';
import { parse } from '../../language/src/documents/parse.ts';
import { validate } from '../../language/src/features/validate.ts';

/** A job with something for most rules: two blocks, a misspelt value, a name with a wrong character. */
const sample = JSON.stringify({
  name: 'warm-up',
  type: 'METADATA_DISCOVERY',
  parameter: {
    metadata_migration_parameter: {
      datasource_type: 'ALIYUN_DLF',
      locations: [{ key: 'oss://a', value: 'obs://a/b' }],
    },
    metadata_discovery_parameter: { file_discovery_type: 'PARKET', principals: [{ principal_name: 'a!' }] },
  },
});

/** Validates a job that nobody has open: what V8 compiles for it, the first document does not wait for. Never throws. */
export function warmUp(): void {
  try {
    validate(new OpenDocument('lfjob:warm-up', 'lfjob', 0, sample), parse(sample));
  } catch {
    // What fails here fails for a document too, and is told then.
  }
}
