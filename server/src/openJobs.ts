import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Location } from 'vscode-languageserver-types';
import { placeAt } from './documents/locate.ts';
import type { ParsedDocument } from './documents/parse.ts';
import { rangeOf } from './documents/range.ts';
import { childValue } from './documents/value.ts';
import { instanceOf } from './schema/block.ts';

/** The names of the open jobs, to find those that have the same one for the same instance. */
export class OpenJobs {
  readonly #identities = new Map<string, string>();
  readonly #locations = new Map<string, Map<string, Location>>();

  /** Takes in a document as it is now. @returns whether other open documents are concerned by the change */
  update(document: TextDocument, { tree, data }: ParsedDocument): boolean {
    const { uri } = document;
    const name = childValue(data, 'name');
    const { instance } = instanceOf(data);
    const node = tree && placeAt(tree, ['name'])?.value;
    if (typeof name !== 'string' || name === '' || instance === undefined || node === undefined)
      return this.delete(uri);
    const identity = identityOf(name, instance);
    const isLeft = this.#identities.get(uri) !== identity && this.delete(uri);
    const known = this.#locations.get(identity) ?? new Map<string, Location>();
    const isJoined = !known.has(uri) && known.size > 0;
    this.#locations.set(identity, known.set(uri, { uri, range: rangeOf(document, node) }));
    this.#identities.set(uri, identity);
    return isLeft || isJoined;
  }

  /** Forgets a document. @returns whether other open documents are concerned */
  delete(uri: string): boolean {
    const identity = this.#identities.get(uri);
    if (identity === undefined) return false;
    this.#identities.delete(uri);
    const known = this.#locations.get(identity);
    known?.delete(uri);
    if (known?.size === 0) this.#locations.delete(identity);
    return (known?.size ?? 0) > 0;
  }

  /** Where the other open jobs with a name for an instance are named. */
  namesakes(uri: string, name: string, instance: string): Location[] {
    const known = this.#locations.get(identityOf(name, instance));
    return known ? [...known.values()].filter((location) => location.uri !== uri) : [];
  }
}

function identityOf(name: string, instance: string): string {
  return JSON.stringify([name, instance]);
}
