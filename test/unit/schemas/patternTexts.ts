import type { Field } from '../../support/schemaFields.ts';
import type { PatternTexts } from './departures.ts';

/** For what has no pattern. */
export const noPatternTexts: PatternTexts = { keeps: [], breaks: [], doubtful: [] };

/** The key of a row: the pattern and the wider one, separated by a tab. */
export function patternKey({ pattern = '', widerPattern = '' }: Field): string {
  return `${pattern}\t${widerPattern}`;
}

/** The rows of `test/fixtures/patternTexts.tsv` by {@link patternKey}. @throws for a row without texts that keep and texts that break it */
export function readPatternTexts(table: string): ReadonlyMap<string, PatternTexts> {
  const [head, ...lines] = table.trimEnd().split('\n');
  if (head !== 'pattern\twiderPattern\tkeeps\tbreaks\tdoubtful')
    throw new Error(`The columns are ${head ?? 'missing'}`);
  return new Map(
    lines.map((line) => {
      const [pattern = '', widerPattern = '', keeps = '', breaks = '', doubtful = ''] = line.split('\t');
      if (keeps === '[]' || breaks === '[]') throw new Error(`No texts for ${pattern}`);
      return [
        patternKey({ pattern, widerPattern }),
        { keeps: readTexts(keeps), breaks: readTexts(breaks), doubtful: readTexts(doubtful) },
      ];
    }),
  );
}

function readTexts(cell: string): string[] {
  const texts: unknown = JSON.parse(cell);
  if (!Array.isArray(texts)) throw new Error(`Not a list of texts: ${cell}`);
  return texts.map(String);
}
