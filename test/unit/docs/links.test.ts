import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';

const root = new URL('../../../', import.meta.url);
const folders = await Promise.all(
  ['', 'docs/', 'examples/'].map(async (folder) =>
    (await readdir(new URL(folder, root))).map((name) => `${folder}${name}`),
  ),
);
const pages = folders.flat().filter((name) => name.endsWith('.md'));

/** The links and images of a page to files of the repository and to headings. */
function targetsOf(page: string): string[] {
  const prose = page.replace(/^```[\s\S]*?^```/gm, '').replace(/`[^`\n]*`/g, '');
  return [...prose.matchAll(/\]\(([^)\s]+)\)/g)]
    .map(([, target = '']) => target)
    .filter((target) => !target.includes(':'));
}

/** The anchors of a page's headings, as GitHub and VS Code make them. */
function anchorsOf(page: string): string[] {
  return [...page.matchAll(/^#+ (.*)$/gm)].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N} _-]/gu, '')
      .replaceAll(' ', '-'),
  );
}

test('there are pages to check', () => {
  expect(pages).toEqual(expect.arrayContaining(['README.md', 'CONTRIBUTING.md', 'docs/rules.md']));
});

test.each(pages)('every link of %s leads to a file or a heading', async (name) => {
  const file = new URL(name, root);
  const dangling: string[] = [];
  for (const target of targetsOf(await readFile(file, 'utf8'))) {
    const { pathname, hash } = new URL(target, file);
    const linked = new URL(pathname, file);
    const isFound =
      existsSync(linked) && (hash === '' || anchorsOf(await readFile(linked, 'utf8')).includes(hash.slice(1)));
    if (!isFound) dangling.push(target);
  }
  expect(dangling).toEqual([]);
});
