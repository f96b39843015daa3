import type { Span } from '../documents/range.ts';
import { referencePlacesIn } from '../documents/reference.ts';

/** A password in an address, as drivers read it. */
export interface AddressPassword extends Span {
  /** It ends where the span does, by every driver's reading: what a part of it is mistaken for would stay behind. */
  readonly isWhole: boolean;
}

/** Replaces each unit of a reference, because its colon would be read as the end of a user. */
export const filler = '\u0000';

/**
 * The strict passwords of an address, to be moved elsewhere: what drivers take for one, behind the user before the host
 * and as parameters. None if it has a reference in it. Each is within a generous one.
 */
export function strictPasswords(address: string): AddressPassword[] {
  const text = withoutReferences(address, referenceSpans(address));
  return [...strictBeforeHost(text), ...strictParameters(text)].filter(
    ({ offset, length }) => !text.slice(offset, offset + length).includes(filler),
  );
}

function strictBeforeHost(text: string): AddressPassword[] {
  const found = /(:\/\/[^/?@:]*:)([^/?@]+)@([^/?]*)/.exec(text) ?? strictOracle.exec(text);
  const [, before = '', password = '', hosts = ''] = found ?? [];
  // Behind a port, the `@` belongs to a parameter.
  if (found === null || secretParameter(password)) return [];
  return [{ offset: found.index + before.length, length: password.length, isWhole: !hosts.includes('@') }];
}

/** `jdbc:oracle:thin:user/password@…` (Oracle Database JDBC Developer’s Guide, Data Sources and URLs). */
const strictOracle = /^(jdbc:oracle:\w+:[^/@"]+\/)([^@"]+)@([^]*)/i;

function strictParameters(text: string): AddressPassword[] {
  return Array.from(text.matchAll(/([?&;])((?:password|pwd)=)([^&;]+)/gi), (found) => {
    const [, separator = '', name = '', password = ''] = found;
    const offset = found.index + separator.length + name.length;
    const next = text[offset + password.length];
    const isWhole = next === undefined || next === '&' || (next === ';' && separator === ';');
    return { offset, length: password.length, isWhole };
  });
}

/**
 * The generous passwords of an address, to be hidden: all that may be of one as people write it, with `@`, `/` or `&`
 * in it as they are. That is what is between a user and the last `@` before the parameters, and from after `password=`
 * and its like to the end. References are left out; where one is all that a parameter has, what follows is left out
 * too.
 * @param references which parts are references; none for a text that is sent, where they are filled in
 * @returns in the order of the text, apart from each other; none for a text that isn't a URL
 */
export function generousPasswords(address: string, references: readonly Span[] = referenceSpans(address)): Span[] {
  if (hasNoPassword(address) || !isAddress(address)) return [];
  const text = withoutReferences(address, references);
  const found = [...generousBeforeHost(text), ...generousParameter(text, references)];
  return without(joined(found), references);
}

/** Whether a text surely has no password, as most: before a host there is an `@` behind it, before a parameter a `=`. */
export function hasNoPassword(text: string): boolean {
  return !text.includes('@') && !text.includes('=');
}

/** Whether a text is an address: of a driver, with a scheme, or with a parameter that is a secret. */
export function isAddress(text: string): boolean {
  return /^\s*jdbc:|:\/\//i.test(text) || secretParameterOfAddress.test(text);
}

/** Whether a text has a parameter that is a secret by its name, and where: its name, and its value behind it. */
export function secretParameter(
  text: string,
  from = 0,
): { readonly offset: number; readonly value: number } | undefined {
  parameters.lastIndex = from;
  const found = parameters.exec(text);
  return found ? { offset: found.index, value: found.index + found[0].length } : undefined;
}

/** The names that drivers and object stores have for passwords and keys, or the ends of such names. */
const parameterName =
  '(?:password|passwd|passphrase|passcode|pwd|(?:access|secret|private|account|api|shared)[-_. ]?key(?:[-_. ]?(?:id|secret))?|secret|token|credentials?|signature|(?<![a-z])(?:pass|pw|sig|ak|sk))\\s*=\\s*';

const parameters = new RegExp(parameterName, 'gi');

const secretParameterOfAddress = new RegExp(`[?&;][^?&;=]*${parameterName}`, 'i');

/** What an address has before its password, up to where that begins. */
const beginnings = [
  /:\/\/[^:]*?:/,
  /^\s*jdbc:oracle:\w+:(?:"[^"]*"|[^@/"]*)\//i,
  /^\s*jdbc:(?!oracle:)[^:/]+:[^:/@]*[:/](?!\/)/i,
];

function generousBeforeHost(text: string): Span[] {
  return beginnings.flatMap((beginning) => {
    const found = beginning.exec(text);
    if (found === null) return [];
    const offset = found.index + found[0].length;
    const length = atBeforeHost(text, offset) - offset;
    return length > 0 ? [{ offset, length }] : [];
  });
}

/**
 * Where the `@` is that ends a password which begins at an offset; −1 without. One in the value of a secret parameter
 * doesn't end it, unless what seems to be the parameter may be of the password too.
 */
function atBeforeHost(text: string, offset: number): number {
  const parameter = secretParameter(text, offset)?.offset ?? text.length;
  const at = text.slice(0, parameter).lastIndexOf('@');
  if (at >= offset) return at;
  const isPort = /^\d{1,5}(?:$|[,/;?])/.test(text.slice(offset, parameter));
  return isPort ? -1 : text.lastIndexOf('@');
}

function generousParameter(text: string, references: readonly Span[]): Span[] {
  const ends = new Map(references.map(({ offset, length }) => [offset, offset + length]));
  for (let found = secretParameter(text); found; found = secretParameter(text, found.value)) {
    const end = ends.get(found.value);
    const isReference = end !== undefined && (end === text.length || /^[&;][\w.-]+=/.test(text.slice(end)));
    if (!isReference) return spanBetween(found.value, text.length);
  }
  return [];
}

function spanBetween(from: number, to: number): Span[] {
  return from < to ? [{ offset: from, length: to - from }] : [];
}

/** Spans that overlap as one, in the order of the text. */
function joined(spans: readonly Span[]): Span[] {
  const result: Span[] = [];
  for (const span of [...spans].sort((left, right) => left.offset - right.offset)) {
    const last = result.at(-1);
    const end = last ? last.offset + last.length : -1;
    if (last === undefined || span.offset > end) result.push(span);
    else result[result.length - 1] = { ...last, length: Math.max(end, span.offset + span.length) - last.offset };
  }
  return result;
}

/** What is left of spans where others are taken out. */
function without(spans: readonly Span[], others: readonly Span[]): Span[] {
  return spans.flatMap(({ offset, length }) => {
    const inside = others.filter((other) => other.offset >= offset && other.offset < offset + length);
    const starts = [offset, ...inside.map((other) => other.offset + other.length)];
    const ends = [...inside.map((other) => other.offset), offset + length];
    return starts.flatMap((start, index) => spanBetween(start, ends[index] ?? start));
  });
}

function referenceSpans(address: string): Span[] {
  return referencePlacesIn(address).filter(({ kind }) => kind === 'secret' || kind === 'env');
}

/** Returns an address with a filler for each unit of its references, so that all other offsets stay. */
export function withoutReferences(address: string, references: readonly Span[] = referenceSpans(address)): string {
  const parts: string[] = [];
  let end = 0;
  for (const { offset, length } of references) {
    parts.push(address.slice(end, offset), filler.repeat(length));
    end = offset + length;
  }
  return parts.join('') + address.slice(end);
}
