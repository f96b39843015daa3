import type { Path } from './locate.ts';

/** A path in JSONPath notation (RFC 9535): `$.parameter.locations[0].key`, in brackets and quotes where a name needs it. */
export function jsonPath(path: Path): string {
  return `$${path.map(segmentText).join('')}`;
}

function segmentText(segment: string | number): string {
  if (typeof segment === 'number') return `[${segment}]`;
  return /^[A-Za-z_]\w*$/.test(segment) ? `.${segment}` : `[${quoted(segment)}]`;
}

/** In single quotes, as the normalized paths of the RFC have it. */
function quoted(name: string): string {
  const escaped = JSON.stringify(name).slice(1, -1).replaceAll('\\"', '"').replaceAll("'", "\\'");
  return `'${escaped}'`;
}
