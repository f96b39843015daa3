import type { PatternTexts } from './departures.ts';

/** For what has no pattern. */
export const noPatternTexts: PatternTexts = { keeps: [], breaks: [], doubtful: [] };

/** The rows of `test/fixtures/patternTexts.tsv` by pattern. @throws for a row without texts that keep and texts that break it */
export function readPatternTexts(table: string): ReadonlyMap<string, PatternTexts> {
  const [head, ...lines] = table.trimEnd().split('\n');
  if (head !== 'pattern\tkeeps\tbreaks\tdoubtful') throw new Error(`The columns are ${head ?? 'missing'}`);
  return new Map(
    lines.map((line) => {
      const [pattern = '', keeps = '', breaks = '', doubtful = ''] = line.split('\t');
      if (keeps === '[]' || breaks === '[]') throw new Error(`No texts for ${pattern}`);
      return [pattern, { keeps: readTexts(keeps), breaks: readTexts(breaks), doubtful: readTexts(doubtful) }];
    }),
  );
}

function readTexts(cell: string): string[] {
  const texts: unknown = JSON.parse(cell);
  if (!Array.isArray(texts)) throw new Error(`Not a list of texts: ${cell}`);
  return texts.map(String);
}
