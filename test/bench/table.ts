import type { Comparison } from './comparison.ts';

/** The comparisons as a Markdown table. */
export function comparisonTable(comparisons: readonly Comparison[]): string {
  const rows = comparisons.map(({ item, size, ours, json, empty, ratio }) => [
    item.title,
    size,
    `${figure(ours)} ${item.unit}`,
    `${figure(json)} ${item.unit}`,
    `${figure(empty)} ${item.unit}`,
    `**${ratio.median.toFixed(2)}** (${ratio.min.toFixed(2)}–${ratio.max.toFixed(2)})`,
  ]);
  const titles = ['', 'Job', 'LakeFormation Jobs', 'VS Code JSON', 'Empty server', 'Ratio (least–most)'];
  return markdownTable(titles, rows);
}

/** A Markdown table with columns aligned to the right from the third on. */
export function markdownTable(titles: readonly string[], rows: readonly (readonly string[])[]): string {
  const alignments = titles.map((_, column) => (column < 2 ? '---' : '---:'));
  return [titles, alignments, ...rows].map((cells) => `| ${cells.join(' | ')} |\n`).join('');
}

/** A figure with no more digits than it is worth: 0.33, 1.22, 12.9, 355. */
export function figure(value: number): string {
  if (Number.isNaN(value)) return '–';
  return value.toFixed(value < 9.995 ? 2 : value < 99.95 ? 1 : 0);
}
