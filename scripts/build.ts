import { rm, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { context, type BuildOptions } from 'esbuild';
import { compileMessages } from './compileMessages.ts';
import { compileRules } from './compileRules.ts';
import { compileSchemas } from './compileSchemas.ts';
import { thirdPartyNotices } from './thirdPartyNotices.ts';

const { values: flags } = parseArgs({
  options: { watch: { type: 'boolean', default: false }, production: { type: 'boolean', default: false } },
});

const shared: BuildOptions = {
  bundle: true,
  format: 'cjs',
  target: 'es2022',
  minify: flags.production,
  sourcemap: flags.production ? false : 'linked',
  metafile: true,
  logLevel: 'info',
  logOverride: { 'import-is-undefined': 'error' },
  absWorkingDir: fileURLToPath(new URL('..', import.meta.url)),
};

/** jsonc-parser and the language packages have ES modules beside their CommonJS; those can be trimmed. */
const node: BuildOptions = { ...shared, platform: 'node', mainFields: ['module', 'main'] };
const browser: BuildOptions = { ...shared, platform: 'browser', mainFields: ['browser', 'module', 'main'] };

/** The server and the command line are given their messages: they need nothing of what Node's variant of l10n loads to read them from files. */
const withoutReader: BuildOptions = {
  alias: { '@vscode/l10n': '@vscode/l10n/dist/browser.js' },
};

const bundles: readonly BuildOptions[] = [
  { ...node, ...withoutReader, entryPoints: ['server/src/node/main.ts'], outfile: 'dist/server/node.js' },
  {
    ...browser,
    ...withoutReader,
    format: 'iife',
    entryPoints: ['server/src/browser/main.ts'],
    outfile: 'dist/server/browser.js',
  },
  {
    ...node,
    ...withoutReader,
    entryPoints: ['cli/src/main.ts'],
    outfile: 'dist/cli/main.js',
    // A CommonJS module has another name for its folder.
    define: { 'import.meta.dirname': '__dirname' },
  },
  { ...node, entryPoints: ['client/src/node/main.ts'], outfile: 'dist/client/node.js', external: ['vscode'] },
  { ...browser, entryPoints: ['client/src/browser/main.ts'], outfile: 'dist/client/browser.js', external: ['vscode'] },
];

await rm(new URL('../dist', import.meta.url), { recursive: true, force: true });
const [validator] = await Promise.all([compileSchemas(), compileRules(), compileMessages()]);
const contexts = await Promise.all(bundles.map((options) => context(options)));
if (flags.watch) {
  await Promise.all(contexts.map((bundle) => bundle.watch()));
} else {
  const results = await Promise.all(contexts.map((bundle) => bundle.rebuild()));
  await Promise.all(contexts.map((bundle) => bundle.dispose()));
  if (flags.production) {
    const metafiles = [validator, ...results.flatMap(({ metafile }) => metafile ?? [])];
    await writeFile(new URL('../ThirdPartyNotices.txt', import.meta.url), await thirdPartyNotices(metafiles));
  }
}
