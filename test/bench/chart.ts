import type { Comparison } from './comparison.ts';
import { figure } from './table.ts';

const width = 870;
const rowHeight = 18;
const plot = { left: 290, right: 790 };

/** Readable on white and on black; text and lines follow the reader's theme. */
const style = `
    text { font: 12px system-ui, sans-serif; fill: #1f2328; }
    .title { font-weight: 600; }
    .quiet { fill: #656d76; }
    .grid { stroke: #8b949e; stroke-opacity: 0.3; }
    .gap { stroke: #8b949e; stroke-width: 2; stroke-opacity: 0.6; }
    .ours { fill: #1f883d; }
    .json { fill: #bc4c00; }
    .empty { stroke: #8b949e; stroke-width: 2; }
    @media (prefers-color-scheme: dark) {
      text { fill: #e6edf3; }
      .quiet { fill: #9198a1; }
      .ours { fill: #3fb950; }
      .json { fill: #f0883e; }
    }`;

/** A logarithmic axis: where a value is, and the powers of ten to draw. */
export interface Axis {
  readonly x: (value: number) => number;
  readonly powers: readonly number[];
}

/** The comparisons as a picture (SVG): a row each on a logarithmic axis, the times above, the memory below. */
export function comparisonChart(comparisons: readonly Comparison[]): string {
  const times = panel(
    comparisons.filter(({ item }) => item.unit === 'ms'),
    34,
  );
  const memory = panel(
    comparisons.filter(({ item }) => item.unit === 'MB'),
    times.bottom + 24,
  );
  const height = memory.bottom;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img">
  <title>LakeFormation Jobs beside VS Code's JSON server and a server that does nothing</title>
  <style>${style}
  </style>
${[...legend(), ...times.lines, ...memory.lines].map((line) => `  ${line}\n`).join('')}</svg>
`;
}

/** The axis from the power of ten below the least value to the one above the greatest. */
export function logarithmicAxis(values: readonly number[], left: number, right: number): Axis {
  const first = Math.floor(Math.log10(Math.min(...values)));
  const last = Math.max(first + 1, Math.ceil(Math.log10(Math.max(...values))));
  return {
    x: (value) => Math.round((left + ((Math.log10(value) - first) / (last - first)) * (right - left)) * 10) / 10,
    powers: Array.from({ length: last - first + 1 }, (_, index) => 10 ** (first + index)),
  };
}

function legend(): string[] {
  return [
    '<circle class="ours" cx="16" cy="14" r="5"/>',
    label('LakeFormation Jobs', 28, 18),
    '<circle class="json" cx="166" cy="14" r="5"/>',
    label('VS Code JSON', 178, 18),
    '<line class="empty" x1="282" x2="282" y1="8" y2="20"/>',
    label('Empty server: the floor', 292, 18),
    label('Ratio', width - 8, 18, 'quiet', 'end'),
  ];
}

/** A group of rows an item, on one axis. */
function panel(comparisons: readonly Comparison[], top: number): { lines: string[]; bottom: number } {
  const shown = comparisons.filter(({ ours, json, empty }) => [ours, json, empty].every((value) => value > 0));
  if (shown.length === 0) return { lines: [], bottom: top };
  const values = shown.flatMap(({ ours, json, empty }) => [ours, json, empty]);
  const axis = logarithmicAxis(values, plot.left, plot.right);
  const rows: string[] = [];
  let y = top;
  shown.forEach((comparison, index) => {
    const isFirst = shown[index - 1]?.item !== comparison.item;
    if (isFirst && index > 0) y += rowHeight / 2;
    rows.push(...row(comparison, axis, y + rowHeight / 2, isFirst));
    y += rowHeight;
  });
  const unit = shown[0]?.item.unit ?? '';
  const grid = axis.powers.flatMap((power) => [
    `<line class="grid" x1="${axis.x(power)}" x2="${axis.x(power)}" y1="${top}" y2="${y}"/>`,
    label(`${power.toLocaleString('en')} ${unit}`, axis.x(power), y + 15, 'quiet', 'middle'),
  ]);
  return { lines: [...grid, ...rows], bottom: y + 22 };
}

function row({ item, size, ours, json, empty, ratio }: Comparison, axis: Axis, y: number, isFirst: boolean): string[] {
  const [from, to] = [axis.x(ours), axis.x(json)];
  return [
    ...(isFirst ? [label(item.title, 8, y + 4, 'title')] : []),
    label(size, plot.left - 12, y + 4, 'quiet', 'end'),
    `<line class="gap" x1="${from}" x2="${to}" y1="${y}" y2="${y}"/>`,
    `<line class="empty" x1="${axis.x(empty)}" x2="${axis.x(empty)}" y1="${y - 6}" y2="${y + 6}"/>`,
    `<circle class="json" cx="${to}" cy="${y}" r="5"><title>VS Code JSON: ${figure(json)} ${item.unit}</title></circle>`,
    `<circle class="ours" cx="${from}" cy="${y}" r="5"><title>LakeFormation Jobs: ${figure(ours)} ${item.unit}</title></circle>`,
    label(ratio.median.toFixed(2), width - 8, y + 4, 'title', 'end'),
  ];
}

function label(text: string, x: number, y: number, className = '', anchor = 'start'): string {
  const kind = className === '' ? '' : ` class="${className}"`;
  return `<text${kind} x="${x}" y="${y}" text-anchor="${anchor}">${text}</text>`;
}
