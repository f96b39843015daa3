import type { Node } from 'jsonc-parser';
import { parse } from '../../language/src/documents/parse.ts';
import type { Span } from '../../language/src/documents/range.ts';
import { isObject } from '../../language/src/documents/value.ts';
import { jobSchema } from '../../language/src/generated/jobSchema.js';
import { quotable } from '../../language/src/rules/findings/quotable.ts';
import type { JsonSchema } from '../../language/src/schema/jsonSchema.ts';
import type { FixKind, OfferedFix } from './offeredFixes.ts';
import { commentsOf, gap, isPart, meaningOf, missingComments, nodesOf, tokensOf } from './tokens.ts';

/** Whether a fix changes the document's content as its kind allows, at the place of its finding, and nothing else. */
export function keepsTheRest(fix: OfferedFix): boolean {
  return effects[fix.kind](fix, parse(fix.before).tree, meaningOf(fix.after));
}

/** The comments that are gone, but for those in what a fix removes or replaces. */
export function lostComments(fix: OfferedFix): string[] {
  const taken = takenSpans(fix);
  const others = commentsOf(fix.before).filter(({ offset }) => !taken.some((span) => isWithin(offset, span)));
  return missingComments(others, fix.after);
}

function takenSpans(fix: OfferedFix): readonly Span[] {
  switch (fix.kind) {
    case 'comment':
      return [fix.span];
    case 'remove':
      return removedParts(fix);
    case 'replace':
      return [valueAt(parse(fix.before).tree, fix.span.offset) ?? fix.span];
    default:
      return [];
  }
}

type Effect = (fix: OfferedFix, before: Node | undefined, after: readonly string[]) => boolean;

const saysTheSame: Effect = (_, before, after) => isSame(tokensOf(before), after);

const effects: Readonly<Record<FixKind, Effect>> = {
  repair: saysTheSame,
  comment: saysTheSame,
  insert: (_, before, after) => isSubsequence(tokensOf(before), after),
  remove: (fix) => removedParts(fix).length > 0,
  rename: ({ span, title }, before, after) => {
    const changed = changedNodes(before, after);
    // A block is renamed together with the type of the job, if the title contains that.
    const count = title.includes(' and change "type" to ') ? 2 : 1;
    return changed.length === count && changed.some(({ offset }) => offset === span.offset);
  },
  change: ({ related }, before, after) => {
    const changed = changedNodes(before, after);
    return changed.length === 1 && related.some((place) => changed.every(({ offset }) => isWithin(offset, place)));
  },
  replace: ({ span }, before, after) => {
    const value = valueAt(before, span.offset);
    if (value === undefined) return false;
    const tokens = tokensOf(before, value);
    const start = tokens.slice(0, tokens.indexOf(gap));
    const end = tokens.slice(start.length + 1);
    const own = tokensOf(value);
    const replacement = after.slice(start.length, after.length - end.length);
    const isScalar = own.length === 1 && replacement.length === 1;
    return (
      isSame([...start, ...replacement, ...end], after) &&
      (isScalar ||
        isSame(withoutBrackets(own), withoutBrackets(replacement)) ||
        isSame(wordsOf(own), wordsOf(replacement)))
    );
  },
  move: ({ span }, before, after) =>
    nodesOf(before).some((moved) => {
      if (!isPart(moved) || !isWithin(span.offset, moved)) return false;
      const others = withoutGap(tokensOf(before, moved));
      const tokens = tokensOf(moved);
      return others.some((_, at) => isSame([...others.slice(0, at), ...tokens, ...others.slice(at)], after));
    }),
  // All names and values are still there, and nothing else but the names of the objects that were created.
  place: (_, before, after) => {
    const tokens = withoutBrackets(tokensOf(before));
    // An unknown object that is left empty goes.
    const emptied = nodesOf(before).flatMap(({ type, children: [key, value] = [] }) =>
      type === 'property' && value?.type === 'object' ? [`name string ${String(key?.value)}`] : [],
    );
    const rests = [undefined, ...emptied].map((name) => difference(withoutBrackets(after), without(tokens, name)));
    return rests.some((added) => added?.every((token) => placeNames.has(token)));
  },
  // What isn't there any more was a sample.
  adapt: ({ before, after }) => keepsOwnValues(parse(before).data, parse(after).data),
  unwrap: (_, before, after) => nodesOf(before).some((job) => isSame(tokensOf(job), after)),
};

/** Whether all that a value has is still in another one, but for properties with nothing but sample values. */
function keepsOwnValues(before: unknown, after: unknown): boolean {
  if (Array.isArray(before)) {
    return Array.isArray(after) && before.every((value, index) => keepsOwnValues(value, after[index]));
  }
  if (!isObject(before)) return before === after;
  return Object.entries(before).every(([name, value]) =>
    isObject(after) && Object.hasOwn(after, name) ? keepsOwnValues(value, after[name]) : isOfSamples(value),
  );
}

function isOfSamples(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) {
    const text = String(value);
    return value === null || value === '' || samples.has(text) || placeholders.some((part) => text.includes(part));
  }
  return Object.values(value).every(isOfSamples);
}

const schemas = schemasIn(jobSchema);
const placeholders = schemas.flatMap((schema) => schema['x-placeholder'] ?? []);
const samples: ReadonlySet<string> = new Set(
  schemas.flatMap((schema) =>
    [schema.default, ...(schema.enum ?? []).slice(0, 1), ...(schema.examples ?? []).flat()].map(String),
  ),
);

function schemasIn(schema: JsonSchema): JsonSchema[] {
  const inner = [...Object.values(schema.properties ?? {}), ...(schema.items ? [schema.items] : [])];
  return [schema, ...inner.flatMap(schemasIn)];
}

const placeNames: ReadonlySet<string> = new Set(
  [
    'parameter',
    'metadata_migration_parameter',
    'datasource_parameter',
    'permission_migration_parameter',
    'ranger_permission_migration_principal_relas',
    'metadata_discovery_parameter',
    'principals',
  ].map((name) => `name string ${name}`),
);

function without(tokens: readonly string[], left: string | undefined): string[] {
  const index = left === undefined ? -1 : tokens.indexOf(left);
  return tokens.filter((_, at) => at !== index);
}

/** Returns what one row of tokens has more than another, in any order; `undefined` where it lacks some. */
function difference(more: readonly string[], fewer: readonly string[]): string[] | undefined {
  const left = [...more].sort();
  for (const token of fewer) {
    const at = left.indexOf(token);
    if (at < 0) return undefined;
    left.splice(at, 1);
  }
  return left;
}

/** The property, element, or properties that a fix has removed, where that is all that it has done. */
function removedParts(fix: OfferedFix): readonly Span[] {
  const { title, before, after, span, related } = fix;
  const { tree } = parse(before);
  // Of two that are the same, the fix may be about the other one.
  const places = /^Remove the (?:last|first) /.test(title) ? related : [span];
  const left = meaningOf(after);
  const part = nodesOf(tree).find(
    (node) =>
      isPart(node) &&
      places.some(({ offset }) => isWithin(offset, node)) &&
      isSame(withoutGap(tokensOf(tree, node)), left),
  );
  return part ? [part] : removedProperties(fix, tree, left);
}

/** Returns the properties that the title names, where the document is left without them. */
function removedProperties(
  { title, span }: OfferedFix,
  tree: Node | undefined,
  left: readonly string[],
): readonly Span[] {
  const isNamed = ({ children }: Node): boolean => {
    const name = String(children?.[0]?.value);
    // A name with quotation marks in it is shown with its escapes.
    return [name, JSON.stringify(name).slice(1, -1)].some((shown) => title.includes(`"${quotable(shown).trim()}"`));
  };
  const first = nodesOf(tree).find(({ type, offset }) => type === 'property' && isWithin(offset, span));
  // Properties of several objects may be ignored for the same reason.
  const candidates = [first?.parent?.children ?? [], nodesOf(tree).filter(({ type }) => type === 'property')].map(
    (properties) => properties.filter(isNamed),
  );
  const contentOf = (nodes: readonly Node[]): number => withoutBrackets(nodes.flatMap((one) => tokensOf(one))).length;
  const isRest = (removed: readonly Node[]): boolean =>
    tree !== undefined && withoutBrackets(left).length === contentOf([tree]) - contentOf(removed);
  const isOfSeveral = Array.from(title.matchAll(/"/g)).length > 2;
  return isOfSeveral && isSubsequence(left, tokensOf(tree)) ? (candidates.find(isRest) ?? []) : [];
}

/** The value that begins at `offset`. */
function valueAt(tree: Node | undefined, offset: number): Node | undefined {
  return nodesOf(tree).find((node) => node.offset === offset && node.type !== 'property');
}

/** The names and values that are others afterwards; none where something else has changed too. */
function changedNodes(before: Node | undefined, after: readonly string[]): Node[] {
  const tokens = tokensOf(before);
  const isLaidOutAlike = isSame(tokens.map(bracketIn), after.map(bracketIn));
  const [old, now] = [withoutBrackets(tokens), withoutBrackets(after)];
  const scalars = nodesOf(before).filter(({ type }) => !['object', 'array', 'property'].includes(type));
  return isLaidOutAlike ? scalars.filter((_, index) => old[index] !== now[index]) : [];
}

function bracketIn(token: string): string {
  return /^[[\]{}]$/.test(token) ? token : '';
}

/** The words of names and values, except the names of an element that a map or list has become. */
function wordsOf(tokens: readonly string[]): string[] {
  return withoutBrackets(tokens)
    .filter((token) => token !== 'name string key' && token !== 'name string value')
    .flatMap((token) => token.replace(/^(?:name )?string /, '').split(/[\s,;|]+/))
    .filter((word) => word !== '');
}

function isSubsequence(part: readonly string[], whole: readonly string[]): boolean {
  let found = 0;
  for (const token of whole) if (token === part[found]) found++;
  return found === part.length;
}

function withoutBrackets(tokens: readonly string[]): string[] {
  return tokens.filter((token) => bracketIn(token) === '');
}

function withoutGap(tokens: readonly string[]): string[] {
  return tokens.filter((token) => token !== gap);
}

function isSame(left: readonly string[], right: readonly string[]): boolean {
  return left.length === right.length && left.every((token, index) => token === right[index]);
}

function isWithin(offset: number, span: Span): boolean {
  return span.offset <= offset && offset < span.offset + span.length;
}
