import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Location } from 'vscode-languageserver-types';
import { placeAt } from '../../../language/src/documents/locate.ts';
import type { ParsedDocument } from '../../../language/src/documents/parse.ts';
import { rangeOf } from '../../../language/src/documents/range.ts';
import { childValue } from '../../../language/src/documents/value.ts';
import { instanceOf } from '../../../language/src/schema/block.ts';

/** A job that is open: where it is named, and its text. */
interface OpenJob {
  readonly location: Location;
  readonly text: string;
}

/** The open jobs of one name for one instance. */
interface Namesakes {
  readonly byUri: Map<string, OpenJob>;
  /** How many have each text. */
  readonly byText: Map<string, number>;
}

/** More aren't named beside one. */
const mostNamed = 5;

/** The names of the open jobs, to find those that have the same one for the same instance. */
export class OpenJobs {
  readonly #identities = new Map<string, string>();
  readonly #namesakes = new Map<string, Namesakes>();

  /** Records the current state of a document. @returns whether other open documents are concerned by the change */
  update(document: TextDocument, { tree, data, text }: ParsedDocument): boolean {
    const { uri } = document;
    const name = childValue(data, 'name');
    const { instance } = instanceOf(data);
    const node = tree && placeAt(tree, ['name'])?.value;
    if (typeof name !== 'string' || name === '' || instance === undefined || node === undefined) {
      return this.delete(uri);
    }
    const identity = identityOf(name, instance);
    const isLeft = this.#identities.get(uri) !== identity && this.delete(uri);
    const namesakes: Namesakes = this.#namesakes.get(identity) ?? { byUri: new Map(), byText: new Map() };
    const { byUri, byText } = namesakes;
    const before = byUri.get(uri)?.text;
    if (before !== undefined) count(byText, before, -1);
    const others = byUri.size - (before === undefined ? 0 : 1);
    const alike = (some: string): number => byText.get(some) ?? 0;
    // Those are concerned that now have another text, or no longer have one.
    const isChanged =
      before !== text && (before === undefined ? alike(text) < others : alike(before) + alike(text) > 0);
    count(byText, text, 1);
    byUri.set(uri, { location: { uri, range: rangeOf(document, node) }, text });
    this.#namesakes.set(identity, namesakes);
    this.#identities.set(uri, identity);
    return isLeft || isChanged;
  }

  /** Forgets a document. @returns whether other open documents are concerned */
  delete(uri: string): boolean {
    const identity = this.#identities.get(uri);
    const namesakes = identity === undefined ? undefined : this.#namesakes.get(identity);
    if (identity === undefined || namesakes === undefined) return false;
    this.#identities.delete(uri);
    const { byUri, byText } = namesakes;
    const job = byUri.get(uri);
    if (job) count(byText, job.text, -1);
    byUri.delete(uri);
    if (byUri.size === 0) this.#namesakes.delete(identity);
    return byUri.size > 0;
  }

  /**
   * Where the first other open jobs with a name for an instance are named. A document with the same text, or of another
   * scheme, is the same job in another view: its committed version beside it, for example.
   */
  namesakes(uri: string, name: string, instance: string): Location[] {
    const known = this.#namesakes.get(identityOf(name, instance));
    const own = known?.byUri.get(uri);
    const named: Location[] = [];
    for (const { location, text } of known?.byUri.values() ?? []) {
      if (named.length === mostNamed) break;
      const isOther = location.uri !== uri && text !== own?.text;
      if (isOther && schemeOf(location.uri) === schemeOf(uri)) named.push(location);
    }
    return named;
  }
}

function count(counts: Map<string, number>, key: string, change: 1 | -1): void {
  const value = (counts.get(key) ?? 0) + change;
  if (value === 0) counts.delete(key);
  else counts.set(key, value);
}

function identityOf(name: string, instance: string): string {
  return JSON.stringify([name, instance]);
}

function schemeOf(uri: string): string {
  return /^[^:/]*(?=:)/.exec(uri)?.[0] ?? '';
}
