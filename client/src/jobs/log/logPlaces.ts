import { placesIn } from '../../failures/answerPlaces.ts';

/** A word of a log that names a place of the job's document. */
export interface LogPlace {
  /** Counted from 0. */
  readonly line: number;
  readonly character: number;
  readonly length: number;
  /** Where the place begins in the document; counted from 0. */
  readonly place: { readonly line: number; readonly character: number };
}

/** As many lines with an error are looked at: the last ones. */
const mostLines = 200;

/** As much of a line is looked at, in characters. */
const longestLine = 2_000;

const errorWords = /\b(?:error|fatal|severe|fail(?:ed|ure)?|exception|denied|not found|invalid)\b/i;

/** Returns where the lines of a log about errors name a path, property, or value of a job's text. */
export function logPlaces(log: string, jobText: string): LogPlace[] {
  const errors = log.split('\n').flatMap((line, index) => {
    const beginning = line.slice(0, longestLine);
    return errorWords.test(beginning) ? [{ beginning, index }] : [];
  });
  if (errors.length === 0) return [];
  const placesNamedBy = placesIn(jobText);
  return errors.slice(-mostLines).flatMap(({ beginning, index }) => {
    const [place] = placesNamedBy(beginning);
    if (place === undefined) return [];
    const words = wordsOf(beginning, jobText.slice(place.offset, place.offset + place.length));
    return [{ line: index, ...words, place: positionAt(jobText, place.offset) }];
  });
}

/** Where a line has the words of a place; the whole line where it has them in another form. */
function wordsOf(line: string, jobText: string): { readonly character: number; readonly length: number } {
  const words = /^"(.*)"$/s.exec(jobText)?.[1] ?? jobText;
  const character = words === '' ? -1 : line.indexOf(words);
  if (character >= 0) return { character, length: words.length };
  const start = line.search(/\S/);
  return { character: start, length: line.trimEnd().length - start };
}

function positionAt(text: string, offset: number): LogPlace['place'] {
  const lines = text.slice(0, offset).split(/\r\n|\r|\n/);
  return { line: lines.length - 1, character: lines.at(-1)?.length ?? 0 };
}
