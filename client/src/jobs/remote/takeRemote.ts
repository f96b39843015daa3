import type { Edit, Node } from 'jsonc-parser';
import { applyEdits } from '../../../../language/src/documents/edits/applyEdits.ts';
import {
  insertInto,
  removeFrom,
  replaceSpan,
  type TextFor,
} from '../../../../language/src/documents/edits/containerEdits.ts';
import { indentationAt } from '../../../../language/src/documents/indentation.ts';
import { elementsOf, propertyNodes } from '../../../../language/src/documents/locate.ts';
import { parse } from '../../../../language/src/documents/parse.ts';
import { childValue, isObject, type JsonObject } from '../../../../language/src/documents/value.ts';
import { jobSchema } from '../../../../language/src/generated/jobSchema.js';
import type { Json, JsonSchema } from '../../../../language/src/schema/jsonSchema.ts';
import { elementSchema, propertySchema } from '../../../../language/src/schema/lookup.ts';
import { groupsByPlace } from '../../../../language/src/schema/places.ts';
import { isSecretName } from '../../../../language/src/secrets/hidden.ts';
import { resolveReferences, type LookUp } from '../../secrets/resolve.ts';
import { isMissing, isNothing } from '../../submit/review/changes.ts';
import { aligned, type Pair } from './alignment.ts';
import { isSame } from './comparable.ts';
import { laidOut, onOneLine } from './jobLayout.ts';
import { parametersBehind, passwordReference, writtenPasswords } from './passwordReference.ts';
import { definitionOf, inRequestForm, requestProperties, type WrittenTexts } from './requestForm.ts';

/** What comparing a document with a job uses. */
export interface TakeOptions {
  /** The values of the document's references, as far as they are known. */
  readonly lookUp: LookUp;
  /** Masks the secrets that are known. */
  readonly redact: (text: string) => string;
}

/**
 * Returns the text of a document with the values of a job that the service shows. What is equal stays as written, with
 * references, comments, and the layout; secrets and unknown properties stay, too, and what can't be compared.
 * @param shown the job as the service shows it
 * @returns `undefined` where the text isn't JSON, but for comments
 */
export function takeRemote(text: string, shown: JsonObject, options: TakeOptions): string | undefined {
  let current = text;
  for (let pass = 0; pass < maximumPasses; pass++) {
    // A removed property leaves a comma or none, and an insertion depends on that.
    const removing = editsFor(current, shown, options);
    const shorter = removing && applyEdits(current, removing.removals);
    const taking = shorter === undefined ? undefined : editsFor(shorter, shown, options, removing?.removed);
    const next = taking && shorter !== undefined ? applyEdits(shorter, taking.changes) : undefined;
    if (next === undefined || next === current) return next;
    current = next;
  }
  return current;
}

/** With values that were taken, elements of arrays can correspond in another way. */
const maximumPasses = 5;

/** An element of an array that was removed: with its references, it is put back where the job has it in another place. */
interface RemovedElement {
  /** The name of the array. */
  readonly name: string;
  readonly sent: Json;
  readonly text: string;
}

/** @param spare the elements that were removed from the text before */
function editsFor(
  text: string,
  shown: JsonObject,
  options: TakeOptions,
  spare: readonly RemovedElement[] = [],
): TakenEdits | undefined {
  const { tree, problems } = parse(text, Infinity);
  if (tree?.type !== 'object' || problems.some(({ kind }) => kind !== 'comment')) return undefined;
  const sent = resolveReferences(text, options.lookUp);
  if (sent === undefined) return undefined;
  const edits = new TakenEdits(text, childValue(shown, 'type'), options, spare);
  edits.takeValue({ node: tree, sent: parse(sent.body, Infinity).data, shown: definitionOf(shown) }, '', jobSchema);
  return edits;
}

/** A value of the document, and the one of the job. */
interface Compared {
  readonly node: Node;
  /** The document's value, with its references filled in. */
  readonly sent: Json;
  readonly shown: Json;
}

/** The edits that take the values of a job into a document. */
class TakenEdits {
  readonly #text: string;
  readonly #type: Json;
  readonly #redact: (text: string) => string;
  readonly #lookUp: LookUp;
  readonly #spare: RemovedElement[];
  readonly removals: Edit[] = [];
  readonly removed: RemovedElement[] = [];
  /** What is replaced and inserted. */
  readonly changes: Edit[] = [];

  /** @param type the job's type */
  constructor(text: string, type: Json, { redact, lookUp }: TakeOptions, spare: readonly RemovedElement[]) {
    this.#text = text;
    this.#type = type;
    this.#redact = redact;
    this.#lookUp = lookUp;
    this.#spare = [...spare];
  }

  takeValue({ node, sent, shown }: Compared, name: string, schema: JsonSchema | undefined): void {
    if (isObject(sent) && isObject(shown)) {
      this.#takeObject({ node, sent, shown }, schema);
    } else if (Array.isArray(sent) && Array.isArray(shown)) {
      this.#takeArray(node, sent, shown, name, schema);
    } else if (!isSame(sent, shown, name)) {
      const texts = this.#textsFor(node);
      const value = laidOut(inRequestForm(shown, name, schema, texts), schema, indentationAt(this.#text, node.offset));
      this.changes.push(replaceSpan(node, value));
    }
  }

  #takeObject(
    { node, sent, shown }: Compared & { readonly sent: JsonObject; readonly shown: JsonObject },
    schema: JsonSchema | undefined,
  ): void {
    const properties = propertyNodes(node);
    // Of properties with the same name the last one counts.
    const counting = new Map(properties.map((property) => [property.name, property]));
    const removed = new Set<string>();
    for (const [name, { value }] of counting) {
      const inner = schema && propertySchema(schema, name);
      const [own, theirs] = [childValue(sent, name), childValue(shown, name)];
      if (isSecretName(name) || (schema === jobSchema && name === '$schema')) continue;
      if (!isMissing(theirs)) this.takeValue({ node: value, sent: own, shown: theirs }, name, inner);
      else if (isNothing(own, inner) || inner === undefined || isRequired(name, schema)) continue;
      else if (hasSecret(own) && !this.#isOfOtherType(inner))
        this.takeValue({ node: value, sent: own, shown: isObject(own) ? {} : own }, name, inner);
      else removed.add(name);
    }
    this.#remove(
      node,
      properties.filter(({ name }) => removed.has(name)).map((property) => property.node),
    );
    if (schema) this.#insertProperties(node, shown, schema, new Set(counting.keys()));
  }

  /** Whether a schema is that of the parameters of another type of job. */
  #isOfOtherType({ 'x-appliesWith': condition }: JsonSchema): boolean {
    return condition?.property === 'type' && condition.values?.some((value) => value === this.#type) === false;
  }

  /** Inserts what only the job has. What the schema doesn't know may be what the service adds. */
  #insertProperties(object: Node, shown: JsonObject, schema: JsonSchema, own: ReadonlySet<string>): void {
    const texts = this.#textsFor(undefined);
    const inserted = Object.keys(schema.properties ?? {}).filter((name) => {
      const value = childValue(shown, name);
      return !own.has(name) && !isSecretName(name) && !isNothing(value, propertySchema(schema, name));
    });
    const textOf =
      (name: string): TextFor =>
      (indentation) => {
        const inner = propertySchema(schema, name);
        return `"${name}": ${laidOut(inRequestForm(shown[name], name, inner, texts), inner, indentation)}`;
      };
    for (const [previous, names] of groupsByPlace(object, inserted, schema)) {
      this.changes.push(...insertInto(this.#text, object, previous, names.map(textOf)));
    }
  }

  #takeArray(
    array: Node,
    sent: readonly Json[],
    shown: readonly Json[],
    name: string,
    schema: JsonSchema | undefined,
  ): void {
    const [elements, inner] = [elementsOf(array), schema && elementSchema(schema)];
    const pairs = aligned(sent.length, shown.length, (left, right) => isSame(sent[left], shown[right], name));
    const removed = pairs.flatMap(({ left, right }) => {
      const node = right === undefined ? elements[left ?? -1] : undefined;
      return node ? [{ node, value: sent[left ?? -1] }] : [];
    });
    this.#remove(
      array,
      removed.map(({ node }) => node),
    );
    this.removed.push(...removed.map(({ node, value }) => ({ name, sent: value, text: this.#textOf(node) })));
    for (const { left, right } of pairs) {
      const node = elements[left ?? -1];
      if (node === undefined || left === undefined || right === undefined) continue;
      this.takeValue({ node, sent: sent[left], shown: shown[right] }, name, inner);
    }
    for (const [previous, indexes] of insertedBehind(pairs)) {
      const isOnOneLine = this.#isOnOneLine(elements[previous] ?? elements[0]);
      const texts = indexes.map((index): TextFor => {
        const moved = this.#takeSpare(name, shown[index]);
        if (moved !== undefined) return () => moved;
        const value = inRequestForm(shown[index], name, inner, this.#textsFor(undefined));
        return (indentation) => (isOnOneLine ? onOneLine(value, inner) : laidOut(value, inner, indentation));
      });
      this.changes.push(...insertInto(this.#text, array, elements[previous], texts));
    }
  }

  /** Returns the text of an element that was removed and has this value, once; `undefined` where there is none. */
  #takeSpare(name: string, shown: Json): string | undefined {
    const index = this.#spare.findIndex((one) => one.name === name && isSame(one.sent, shown, name));
    return index < 0 ? undefined : this.#spare.splice(index, 1)[0]?.text;
  }

  #isOnOneLine(element: Node | undefined): boolean {
    return element !== undefined && !/[\r\n]/.test(this.#textOf(element));
  }

  #textOf({ offset, length }: Node): string {
    return this.#text.slice(offset, offset + length);
  }

  #remove(container: Node, removed: readonly Node[]): void {
    if (removed.length > 0) this.removals.push(...removeFrom(this.#text, container, removed));
  }

  /** @param node the value that is replaced, with the references to its passwords */
  #textsFor(node: Node | undefined): WrittenTexts {
    const passwords = node?.type === 'string' ? writtenPasswords(String(node.value), this.#lookUp) : [];
    return {
      password: (index, text) => {
        const written = passwords[index] ?? passwords.at(-1);
        return written ? written.reference + this.#redact(parametersBehind(text, written)) : passwordReference();
      },
      redact: this.#redact,
    };
  }
}

/** Returns the elements that are inserted, by the index of the one that they follow; −1 for the start. */
function insertedBehind(pairs: readonly Pair[]): ReadonlyMap<number, readonly number[]> {
  const inserted = new Map<number, number[]>();
  let previous = -1;
  for (const { left, right } of pairs) {
    if (left !== undefined) previous = left;
    else if (right !== undefined) inserted.set(previous, [...(inserted.get(previous) ?? []), right]);
  }
  return inserted;
}

function isRequired(name: string, schema: JsonSchema | undefined): boolean {
  return schema === jobSchema && name !== 'description' && requestProperties.some((required) => required === name);
}

/** Whether a value has a secret in it, which the service doesn't return. */
function hasSecret(value: Json): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return Object.entries(value).some(([name, inner]) => isSecretName(name) || hasSecret(inner));
}
