import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { describe, expect, it } from 'vitest';
import { readPublishedSchema } from '../../../scripts/compileSchemas.ts';
import { strictSchema } from '../../../scripts/strictSchema.ts';
import { bundledPackages, thirdPartyNotices } from '../../../scripts/thirdPartyNotices.ts';
import { validatorCode } from '../../../scripts/validatorCode.ts';

const root = new URL('../../../', import.meta.url);

/** A metafile of a bundle with these numbers of bytes by file. */
function metafileOf(bytes: Readonly<Record<string, number>>): Parameters<typeof bundledPackages>[0][number] {
  const inputs = Object.fromEntries(Object.entries(bytes).map(([file, bytesInOutput]) => [file, { bytesInOutput }]));
  return { inputs: {}, outputs: { 'dist/bundle.js': { bytes: 0, imports: [], exports: [], inputs } } };
}

describe('bundledPackages', () => {
  it('returns each package once, also with a scope or within another package', () => {
    const files = {
      'client/src/extension.ts': 1,
      'node_modules/jsonc-parser/lib/main.js': 1,
      'node_modules/jsonc-parser/lib/scanner.js': 1,
      'node_modules/@vscode/l10n/dist/main.js': 1,
      'node_modules/minimatch/node_modules/brace-expansion/index.js': 1,
    };
    expect(bundledPackages([metafileOf(files), metafileOf(files)])).toEqual([
      'node_modules/@vscode/l10n',
      'node_modules/jsonc-parser',
      'node_modules/minimatch/node_modules/brace-expansion',
    ]);
  });

  it('leaves out packages without code in the bundle', () => {
    expect(bundledPackages([metafileOf({ 'node_modules/semver/index.js': 0 })])).toEqual([]);
  });
});

describe('thirdPartyNotices', () => {
  it('names each package of the server, with the text of its license', async () => {
    const { metafile: server } = await build({
      entryPoints: ['server/src/node/main.ts'],
      absWorkingDir: fileURLToPath(root),
      bundle: true,
      platform: 'node',
      mainFields: ['module', 'main'],
      write: false,
      metafile: true,
      outfile: 'main.js',
    });
    const { metafile: validator } = await validatorCode(strictSchema(await readPublishedSchema()));
    const folders = bundledPackages([server, validator]);
    expect(folders).toEqual(expect.arrayContaining(['node_modules/ajv', 'node_modules/jsonc-parser']));
    const notices = await thirdPartyNotices([server, validator]);
    for (const folder of folders) {
      const license = readdirSync(new URL(folder, root)).find((file) => /^license/i.test(file));
      const ownText = license
        ? new URL(`${folder}/${license}`, root)
        : new URL('scripts/licenses/@vscode/l10n.txt', root);
      expect(notices).toContain(`\n${folder.replace('node_modules/', '')} `);
      expect(notices).toContain(readFileSync(ownText, 'utf8').trim());
    }
  });

  it('fails for a package without a license', async () => {
    await expect(thirdPartyNotices([metafileOf({ 'node_modules/.bin/file.js': 1 })])).rejects.toThrow();
  });
});
