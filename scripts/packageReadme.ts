import { readFile, writeFile } from 'node:fs/promises';

/** A file of the repository: neither a URL nor a heading of the same page. */
const file = String.raw`(?![a-z]+:|#)[^)\s]+`;
const image = new RegExp(String.raw`^!\[[^\]]*\]\(${file}\)\n+`, 'gm');
const link = new RegExp(String.raw`\[([^\]]*)\]\(${file}\)`, 'g');

/**
 * Returns the README as the package has it. VS Code opens only web addresses from there and shows only images of the web, and the
 * repository need not be on the web: images of the repository are left out, links to its files become plain text.
 */
export function readmeForPackage(readme: string): string {
  return readme.replace(image, '').replace(link, '$1');
}

if (import.meta.main) {
  const root = new URL('../', import.meta.url);
  const readme = await readFile(new URL('README.md', root), 'utf8');
  await writeFile(new URL('dist/README.md', root), readmeForPackage(readme));
}
