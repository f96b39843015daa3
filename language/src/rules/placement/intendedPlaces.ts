import type { Node } from 'jsonc-parser';
import { findProperty, placeAt, type Path } from '../../documents/locate.ts';
import { childValue, isObject, valueAt } from '../../documents/value.ts';
import { jobSchema } from '../../generated/jobSchema.js';
import { knownValues, selectedBlock } from '../../schema/block.ts';
import { correctedText } from '../../schema/corrections.ts';
import { homeOf } from '../../schema/homes.ts';
import { typesOf, type Json, type JsonSchema } from '../../schema/jsonSchema.ts';
import { propertySchema, propertiesOf, subschemaAt } from '../../schema/lookup.ts';
import { nearest } from '../../schema/nearest.ts';
import type { SchemaError } from '../../generated/validator.js';
import { pathFrom } from '../schema/schemaError.ts';
import { schemaErrors, type SchemaErrors } from '../schema/validate.ts';
import { elementHome, elementNames } from './elementNames.ts';
import { emptiedObject } from './emptiedObject.ts';
import { Rearrangement } from './rearrangedTree.ts';

/** A property with a misspelled name. */
export interface MisspelledName {
  readonly property: Node;
  /** The path of the object that has it. */
  readonly object: Path;
  /** The name that is meant. */
  readonly name: string;
}

/** Properties of one object that belong in another one. */
export interface MisplacedProperties {
  readonly properties: readonly Node[];
  readonly names: readonly string[];
  readonly from: Path;
  readonly to: Path;
  /** The property with the object that has them, if that is unknown and has no others. */
  readonly emptied?: Node;
}

/** A tree with each property under the name and in the object that is meant. */
export interface IntendedPlaces {
  readonly tree: Node;
  readonly data: Json;
  /** What the validator reports of the data. */
  readonly errors: SchemaErrors;
  readonly misspelled: readonly MisspelledName[];
  readonly misplaced: readonly MisplacedProperties[];
}

/** A block with a misspelled name in a misplaced `parameter` takes three rounds: what is in it is only then read. */
const mostRounds = 4;
/** Of more unknown properties, the rest is reported as unknown. */
const mostProperties = 1_000;

/**
 * Returns where the properties of a job are meant to be, so that the rules report the same before and after a misspelled
 * name is corrected or a misplaced property is moved. The same tree where nothing is misspelled or misplaced.
 */
export function intendedPlaces(tree: Node, data: Json): IntendedPlaces {
  let places: IntendedPlaces = { tree, data, errors: schemaErrors(data), misspelled: [], misplaced: [] };
  for (let round = 0; round < mostRounds; round++) {
    const { misspelled, misplaced } = corrections(places);
    if (misspelled.length === 0 && misplaced.length === 0) break;
    const rearrangement = new Rearrangement();
    for (const { object, property, name } of misspelled) rearrangement.rename(object, property, name);
    for (const { from, properties, to, emptied } of misplaced) {
      if (emptied) rearrangement.unwrap(from.slice(0, -1), emptied, properties, to);
      else rearrangement.move(from, properties, to);
    }
    const intended = rearrangement.appliedTo(places.tree, places.data);
    places = {
      ...intended,
      errors: schemaErrors(intended.data),
      misspelled: [...places.misspelled, ...misspelled],
      misplaced: [...places.misplaced, ...misplaced],
    };
  }
  return places;
}

type Corrections = Pick<IntendedPlaces, 'misspelled' | 'misplaced'>;

function corrections({ tree, data, errors }: IntendedPlaces): Corrections {
  const block = intendedBlock(data);
  const misspelled: MisspelledName[] = [];
  const misplaced = new Map<string, MisplacedProperties>();
  // A name is given once: of two misspellings of a name, the second one is unknown.
  const given = new Set<string>();
  const isFree = (home: Path, names: readonly string[]): boolean => {
    const targets = names.map((name) => JSON.stringify([home, name]));
    if (targets.some((target) => given.has(target))) return false;
    for (const target of targets) given.add(target);
    return true;
  };
  for (const [pointer, unknown] of unknownNames(errors)) {
    const object = pathFrom(pointer, data);
    const node = placeAt(tree, object)?.value;
    if (node === undefined) continue;
    const element = elementHome(unknown, object, node);
    const ofElement = element && subschemaAt(element);
    const names = elementNames(unknown, object, node);
    for (const written of unknown) {
      const property = findProperty(node, written)?.property;
      if (property === undefined) continue;
      const isOfElement = ofElement !== undefined && propertySchema(ofElement, written) !== undefined;
      const home = isOfElement ? element : freeHome(written, object, data, block);
      if (home) {
        if (!isFree(home, [written])) continue;
        addTo(misplaced, { properties: [property], names: [written], from: object, to: home });
        continue;
      }
      const name = names.get(written) ?? nearestFreeName(written, object, node);
      if (name !== undefined) {
        if (isFree(object, [name])) misspelled.push({ property, object, name });
        continue;
      }
      const emptied = emptiedObject(property, (inner) => freeHome(inner, object, data, block));
      if (emptied && isFree(emptied.home, emptied.names)) {
        const { properties, home: to } = emptied;
        addTo(misplaced, { properties, names: emptied.names, from: [...object, written], to, emptied: property });
      }
    }
  }
  return { misspelled, misplaced: [...misplaced.values()] };
}

/** Returns the names of unknown properties, by the pointers to their objects. */
function unknownNames({ always }: SchemaErrors): ReadonlyMap<string, string[]> {
  const byObject = new Map<string, string[]>();
  for (const { instancePath, params } of always.first.filter(isUnknownProperty).slice(0, mostProperties)) {
    const names = byObject.get(instancePath);
    const name = String(params.additionalProperty);
    if (names) names.push(name);
    else byObject.set(instancePath, [name]);
  }
  return byObject;
}

function isUnknownProperty({ keyword }: SchemaError): boolean {
  return keyword === 'additionalProperties';
}

function addTo(groups: Map<string, MisplacedProperties>, added: MisplacedProperties): void {
  const key = JSON.stringify([added.from, added.to]);
  const group = groups.get(key);
  groups.set(
    key,
    group
      ? { ...group, properties: [...group.properties, ...added.properties], names: [...group.names, ...added.names] }
      : added,
  );
}

/** Returns the object that a property belongs in, where that object doesn't have one of that name, and can be there. */
function freeHome(name: string, from: Path, data: Json, block: Path | undefined): Path | undefined {
  // What is in a block without effect is left there.
  if (from[1] !== undefined && from[1] !== block?.[1]) return undefined;
  const home = homeOf(name, block);
  if (home === undefined || Object.hasOwn(objectAt(data, home) ?? {}, name)) return undefined;
  const canBe = home.every((_, depth) => {
    const value = valueAt(data, home.slice(0, depth + 1));
    return value === undefined || isObject(value);
  });
  return canBe ? home : undefined;
}

function objectAt(data: Json, path: Path): Readonly<Record<string, Json>> | undefined {
  const value = valueAt(data, path);
  return isObject(value) ? value : undefined;
}

/** Returns the nearest name that an object may have and doesn't have; else the required one that shares a word. */
function nearestFreeName(written: string, path: Path, object: Node): string | undefined {
  const schema = subschemaAt(path);
  const names = schema === undefined ? [] : propertiesOf(schema).map(([name]) => name);
  const free = names.filter((name) => !findProperty(object, name));
  return nearest(written, free) ?? missingNameLike(written, free, schema, object);
}

/**
 * Returns the only required name that shares a word with a written one, where the value is one that it could have:
 * "data_path" is "data_location" where there is none.
 */
function missingNameLike(
  written: string,
  free: readonly string[],
  schema: JsonSchema | undefined,
  object: Node,
): string | undefined {
  const value = findProperty(object, written)?.value;
  const words = wordsOf(written);
  const [name, ...others] = free.filter(
    (candidate) =>
      schema?.required?.includes(candidate) === true && wordsOf(candidate).some((word) => words.includes(word)),
  );
  const property = name === undefined || schema === undefined ? undefined : propertySchema(schema, name);
  if (value === undefined || property === undefined || others.length > 0) return undefined;
  const isAllowed = property.enum === undefined || property.enum.includes(String(value.value));
  return isAllowed && typesOf(property).some((type) => type === value.type) ? name : undefined;
}

function wordsOf(name: string): string[] {
  return name
    .slice(0, longestName)
    .split(/[^A-Za-z]+|(?<=[a-z])(?=[A-Z])/)
    .map((word) => word.toLowerCase())
    .filter((word) => word.length >= shortestWord);
}

const longestName = 64;
/** Shorter words aren’t compared. */
const shortestWord = 3;

/** Returns the path of the block that counts: by the type, of which a misspelling is corrected; else the only one there is. */
function intendedBlock(data: Json): Path | undefined {
  const type = childValue(data, 'type') ?? knownValues(data, undefined).type;
  const schema = propertySchema(jobSchema, 'type');
  return typeof type === 'string' && schema ? selectedBlock({ type: correctedText(type, schema) }) : undefined;
}
