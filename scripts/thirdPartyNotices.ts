import { isObject } from '../language/src/documents/value.ts';
import { readdir, readFile } from 'node:fs/promises';
import type { Metafile } from 'esbuild';

const root = new URL('../', import.meta.url);

/**
 * Returns the notices for the packages that are in bundles: name, version, license, and the text of its license file.
 *
 * @param metafiles esbuild's metafiles of the bundles
 * @throws if a package has no license file
 */
export async function thirdPartyNotices(metafiles: readonly Metafile[]): Promise<string> {
  const notices = await Promise.all(bundledPackages(metafiles).map(noticeOf));
  return ['LakeFormation Jobs includes the following packages.', ...new Set(notices.sort())].join(`\n\n${rule}\n\n`);
}

const rule = '-'.repeat(80);

/** Returns a package's license and notices; a license of the folder `licenses/` for a package that is published without one. */
async function legalFiles(location: URL, name: string): Promise<URL[]> {
  const files = (await readdir(location))
    .filter((file) => /^(licen[cs]e|notice|third-?party-?notices)/i.test(file))
    .sort();
  const isLicensed = files.some((file) => /^licen[cs]e/i.test(file));
  return [
    ...(isLicensed ? [] : [new URL(`licenses/${name}.txt`, import.meta.url)]),
    ...files.map((file) => new URL(file, location)),
  ];
}

/** Returns the folders of the packages with code in bundles, relative to the repository: `node_modules/jsonc-parser`. */
export function bundledPackages(metafiles: readonly Metafile[]): string[] {
  const files = metafiles.flatMap(({ outputs }) =>
    Object.values(outputs).flatMap(({ inputs }) =>
      Object.entries(inputs).flatMap(([file, { bytesInOutput }]) => (bytesInOutput > 0 ? [file] : [])),
    ),
  );
  return [...new Set(files.flatMap((file) => packageFolder.exec(file)?.[0] ?? []))].sort();
}

/** A package's folder at the beginning of a file's path; that of the innermost package, which may have a scope. */
const packageFolder = /^.*\bnode_modules\/(?:@[^/]+\/)?[^/]+/;

async function noticeOf(folder: string): Promise<string> {
  const location = new URL(`${folder}/`, root);
  const manifest: unknown = JSON.parse(await readFile(new URL('package.json', location), 'utf8'));
  const { name, version, license } = isObject(manifest) ? manifest : {};
  const texts = await Promise.all(
    (await legalFiles(location, String(name))).map(async (file) => readFile(file, 'utf8')),
  );
  return [`${String(name)} ${String(version)} (${String(license)})`, ...texts.map((text) => text.trim())].join('\n\n');
}
