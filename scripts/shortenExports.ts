import { readFile } from 'node:fs/promises';
import type { Plugin } from 'esbuild';

/**
 * Writes the exports of JSON-RPC's CommonJS modules in short: TypeScript declares each twice, first as nothing and then, where
 * it comes from another module, as a getter. No module of that package reads a name before it is set, so that a plain
 * assignment does.
 */
export const shortenExports: Plugin = {
  name: 'shorten-exports',
  setup(build) {
    build.onLoad({ filter: /vscode-jsonrpc[\\/]lib[\\/].*\.js$/ }, async ({ path }) => {
      const code = await readFile(path, 'utf8');
      const contents = code
        .replaceAll(/^(?:exports\.\w+ = )+void 0;$/gm, '')
        .replaceAll(
          /^Object\.defineProperty\(exports, "(\w+)", \{ enumerable: true, get: function \(\) \{ return ([\w.]+); \} \}\);$/gm,
          'exports.$1 = $2;',
        );
      return { contents, loader: 'js' };
    });
  },
};
