import { isSecretMember, jobParts, memberOf, type JobPart } from './jobText.ts';

/** A place in a document: offset and length in UTF-16 units. */
export interface Place {
  readonly offset: number;
  readonly length: number;
}

/** More places than this say nothing: then the first is shown. */
const mostPlaces = 10;

/**
 * Where in a job's text that is which the message of an error answer names: `source_catalog must not be null`,
 * `catalog 'hive' not found`, `parameter.locations[0].key: …`. A path counts most, then a member with a value that is
 * named too, then members, then values. Words that are ordinary English, such as the member `type` or a value `default`,
 * count in quotes or brackets, or as a member before a colon. A secret is never looked for.
 */
export function answerPlaces(message: string, text: string): Place[] {
  const words = wordsOf(message);
  const parts = jobParts(text).filter((part) => part.kind === 'name' || !isSecretMember(memberOf(part)));
  const names = parts.filter((part) => part.kind === 'name' && words.some((word) => namesMember(word, part)));
  const values = parts.filter((part) => part.kind === 'value' && words.some((word) => namesValue(word, part)));
  const byPath = names.filter((part) => words.some((word) => word.text.includes('.') && namesMember(word, part)));
  const valued = values.filter((value) => names.some((name) => samePath(name.path, value.path)));
  const found = [byPath, valued, names, values].find((places) => places.length > 0) ?? [];
  return found.slice(0, found.length > mostPlaces ? 1 : mostPlaces).map(({ offset, length }) => ({ offset, length }));
}

/** A word of a message, and whether it is marked as a name: by quotes or brackets around it, or by a colon behind. */
interface Word {
  readonly text: string;
  readonly isQuoted: boolean;
  readonly isLabel: boolean;
}

const quotations = /'([^']+)'|"([^"]+)"|`([^`]+)`|“([^”]+)”|‘([^’]+)’|\[([^\]]+)\]/g;
const plainWords = /[^\s,;()'"`“”‘’]+/g;

function wordsOf(message: string): Word[] {
  // One of the groups of a quotation has matched; the others are empty.
  const quoted = Array.from(message.matchAll(quotations), (match) => match.slice(1).join('').trim());
  const plain = Array.from(message.matchAll(plainWords), ([word]) => word);
  return [
    ...quoted.map((text) => ({ text, isQuoted: true, isLabel: true })),
    ...plain.map((word) => ({ text: word.replace(/[.:=!?]+$/, ''), isQuoted: false, isLabel: /[:=]$/.test(word) })),
  ];
}

/** Whether a word is a member's name, or a path that ends with where it is: `a.b`, `$.a.b[0].c`. */
function namesMember({ text, isLabel }: Word, { path }: JobPart): boolean {
  const segments = text.replace(/^\$\.?/, '').match(/[^.[\]]+/g) ?? [];
  const end = path.slice(-segments.length);
  if (segments.length === 0 || end.length < segments.length) return false;
  if (!segments.every((segment, index) => segment === String(end[index]))) return false;
  return segments.length > 1 || isLabel || text.includes('_');
}

/** Whether a word is a value that is not an ordinary word as well. */
function namesValue({ text, isQuoted }: Word, part: JobPart): boolean {
  if (text !== part.text || text === '') return false;
  return isQuoted || (text.length > 2 && /[^a-z]/.test(text) && /\D/.test(text) && !/^[A-Z][a-z]+$/.test(text));
}

function samePath(left: JobPart['path'], right: JobPart['path']): boolean {
  return left.length <= right.length && left.every((segment, index) => segment === right[index]);
}

/** What a document's edit does to places in it: those that it touches go, those behind it move along. */
export function afterEdit<T extends Place>(
  places: readonly T[],
  edit: { readonly offset: number; readonly length: number; readonly inserted: number },
): T[] {
  const end = edit.offset + edit.length;
  return places.flatMap((place) => {
    if (edit.offset > place.offset + place.length) return [place];
    if (end < place.offset) return [{ ...place, offset: place.offset + edit.inserted - edit.length }];
    return [];
  });
}
