import { parse } from '../../../language/src/documents/parse.ts';
import { isObject } from '../../../language/src/documents/value.ts';
import { secretPlaces } from '../../../language/src/secrets/secretPlaces.ts';
import { secretTexts } from '../secrets/secretValue.ts';
import { createBody } from './requestBody.ts';

/** What the client has to know of a job: it checks nothing, the language server has done that. */
export interface JobDocument {
  readonly name: string;
  readonly type: string;
  /** The JSON that is sent. */
  readonly body: string;
  /** The values of secrets, to be kept out of everything that is shown. */
  readonly secrets: readonly string[];
  /** The references that were filled in, such as `${secret:NAME}`. */
  readonly references: readonly string[];
  /** The names of the secrets that were filled in and are those of all connections, where there are several. */
  readonly sharedSecrets: readonly string[];
}

/**
 * Reads a job with resolved references. Returns `undefined` for a text that isn't a job: not JSON, without a name or a
 * type, or larger or nested more deeply than the service accepts.
 */
export function readJobDocument(text: string): JobDocument | undefined {
  const document = parse(text, Infinity);
  const { data, problems } = document;
  if (problems.length > 0 || !isObject(data)) return undefined;
  const { name, type } = data;
  if (typeof name !== 'string' || typeof type !== 'string') return undefined;
  const secrets = secretTexts(text, secretPlaces(document, 'resolved'));
  return { name, type, body: createBody(text), secrets, references: [], sharedSecrets: [] };
}
