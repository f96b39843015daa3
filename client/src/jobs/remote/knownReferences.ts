import { parse } from '../../../../language/src/documents/parse.ts';
import { referenceTo } from '../../../../language/src/documents/reference.ts';
import { secretPlaces } from '../../../../language/src/secrets/secretPlaces.ts';
import type { Connection } from '../../connections/connection.ts';
import { referredIn, type LookUp } from '../../secrets/resolve.ts';
import { secretTexts } from '../../secrets/secretValue.ts';
import type { Services } from '../../services.ts';

/** The services that looking up references uses. */
export type KnownReferencesServices = Pick<
  Services,
  'containingFolder' | 'secrets' | 'variablePermissions' | 'variables'
>;

/** What is known of a document's references and secrets without asking. */
export interface KnownReferences {
  readonly lookUp: LookUp;
  /** The values of its secrets, those in its text too. */
  readonly secrets: readonly string[];
}

/** Looks up the references of a document: secrets stored for a connection, and environment variables that its folder may read. */
export async function knownReferences(
  { containingFolder, secrets, variablePermissions, variables }: KnownReferencesServices,
  { uri, text }: { readonly uri: string; readonly text: string },
  connection: Connection,
): Promise<KnownReferences> {
  const granted = variablePermissions.grantedIn(containingFolder(uri)?.uri ?? '');
  const values = new Map<string, string>();
  const stored: string[] = [];
  for (const { kind, name } of referredIn(text)) {
    const found = kind === 'secret' ? await secrets.getFor(connection.name, name) : undefined;
    const value = found?.kind === 'found' ? found.value : undefined;
    const variable = kind === 'env' && granted.has(name) ? variables.get(name) : undefined;
    if (value !== undefined) stored.push(value);
    const known = value ?? variable;
    if (known !== undefined) values.set(referenceTo(kind, name), known);
  }
  return {
    lookUp: ({ kind, name }) => values.get(referenceTo(kind, name)),
    secrets: [...stored, ...secretTexts(text, secretPlaces(parse(text, Infinity)))],
  };
}
