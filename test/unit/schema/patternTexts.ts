import type { PatternTexts } from './departures.ts';

/** For what has no pattern. */
export const noPatternTexts: PatternTexts = { keeps: [], breaks: [] };

/** The rows of `test/fixtures/patternTexts.tsv` by pattern. @throws for a row without texts that keep and texts that break it */
export function readPatternTexts(table: string): ReadonlyMap<string, PatternTexts> {
  const [head, ...lines] = table.trimEnd().split('\n');
  if (head !== 'pattern\tkeeps\tbreaks') throw new Error(`The columns are ${head ?? 'missing'}`);
  return new Map(
    lines.map((line) => {
      const [pattern = '', keeps = '', breaks = ''] = line.split('\t');
      return [pattern, { keeps: readTexts(keeps), breaks: readTexts(breaks) }];
    }),
  );
}

function readTexts(cell: string): string[] {
  const texts: unknown = JSON.parse(cell);
  if (!Array.isArray(texts) || texts.length === 0) throw new Error(`Not a list of texts: ${cell}`);
  return texts.map(String);
}
