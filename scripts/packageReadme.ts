import { readFileSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';

/** A file of the repository: neither a URL nor a heading of the same page. */
const file = String.raw`(?![a-z]+:|#)[^)\s]+`;
const image = new RegExp(String.raw`!\[([^\]]*)\]\((${file})\)`, 'g');
/** The line with the README in other languages, which VS Code can't show. */
const languages = /^.*\]\(README\.[\w-]+\.md\).*\n+/m;
const link = new RegExp(String.raw`\[([^\]]*)\]\(${file}\)`, 'g');

/**
 * Returns the README as the package has it. VS Code shows it without the other files of the package, and the repository need
 * not be on the web: pictures of the repository are in the text itself, links to its files become plain text, and the links to
 * other languages are left out.
 * @param readPicture reads a picture of the repository, a PNG or GIF
 */
export function readmeForPackage(readme: string, readPicture: (path: string) => Buffer): string {
  const embedded = (_: string, text: string, path: string): string =>
    `![${text}](data:image/${path.endsWith('.gif') ? 'gif' : 'png'};base64,${readPicture(path).toString('base64')})`;
  return readme.replace(languages, '').replace(image, embedded).replace(link, '$1');
}

if (import.meta.main) {
  const root = new URL('../', import.meta.url);
  const readme = await readFile(new URL('README.md', root), 'utf8');
  await writeFile(
    new URL('dist/README.md', root),
    readmeForPackage(readme, (path) => readFileSync(new URL(path, root))),
  );
}
