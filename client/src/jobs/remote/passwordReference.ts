import { referenceTo } from '../../../../language/src/documents/reference.ts';
import { subschemaAt } from '../../../../language/src/schema/lookup.ts';
import { presetName } from '../../../../language/src/secrets/presetName.ts';

const passwordPath = ['parameter', 'metadata_migration_parameter', 'datasource_parameter', 'password'];

/** Returns the reference that is written for a password in an address, by the name that the quick fixes suggest. */
export function passwordReference(): string {
  return referenceTo('secret', presetName('password', subschemaAt(passwordPath)));
}
