import { referencePlacesIn, referenceTo } from '../../../../language/src/documents/reference.ts';
import { subschemaAt } from '../../../../language/src/schema/lookup.ts';
import { generousPasswords, secretParameter, withoutReferences } from '../../../../language/src/secrets/address.ts';
import { presetName } from '../../../../language/src/secrets/presetName.ts';
import type { LookUp } from '../../secrets/resolve.ts';

const passwordPath = ['parameter', 'metadata_migration_parameter', 'datasource_parameter', 'password'];

/** Returns the reference that is written for a password in an address, by the name that the quick fixes suggest. */
export function passwordReference(): string {
  return referenceTo('secret', presetName('password', subschemaAt(passwordPath)));
}

/** A reference that is a password of an address in a document. */
export interface WrittenPassword {
  readonly reference: string;
  /** Its value; `undefined` where it isn't known. */
  readonly value: string | undefined;
  /** What the address has behind it. */
  readonly rest: string;
}

/** Returns the references that are passwords of an address, in the order of the text, with what is known of their values. */
export function writtenPasswords(address: string, lookUp: LookUp): WrittenPassword[] {
  const places = referencePlacesIn(address).filter(({ kind }) => kind === 'secret' || kind === 'env');
  return generousPasswords(withoutReferences(address), []).flatMap((password) => {
    const end = password.offset + password.length;
    const place = places.find(({ offset }) => offset >= password.offset && offset < end);
    if (place?.kind !== 'secret' && place?.kind !== 'env') return [];
    const { kind, name } = place;
    const rest = address.slice(place.offset + place.length, end);
    return [{ reference: referenceTo(kind, name), value: lookUp({ kind, name }), rest }];
  });
}

/**
 * Returns the parameters behind a password of the service, which drivers and people may take for a part of it: those behind
 * the known value, or those that the document has, too. Empty where that isn't sure, and where they have another secret.
 * @param password all that may be of the password
 */
export function parametersBehind(password: string, { value, rest }: WrittenPassword): string {
  const known = value !== undefined && password.startsWith(value) ? password.slice(value.length) : undefined;
  const parameters = known ?? (password.endsWith(rest) && password !== rest ? rest : '');
  const isSure = /^[&;][^=]/.test(parameters) && !parameters.includes('${') && !secretParameter(parameters);
  return isSure ? parameters : '';
}
