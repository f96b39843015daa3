/** Returns rows of two columns, the second one aligned, each row on a line. */
export function twoColumns(rows: readonly (readonly [string, string])[], indentation = '  '): string {
  const width = Math.max(0, ...rows.map(([first]) => first.length));
  return rows.map(([first, second]) => `${indentation}${first.padEnd(width)}  ${second}\n`).join('');
}
