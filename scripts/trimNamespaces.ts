import { readFile } from 'node:fs/promises';
import type { Plugin } from 'esbuild';

/**
 * Lets esbuild leave out what is not used of the protocol's types: TypeScript writes a namespace as a function that is called
 * to fill a variable, which to esbuild looks like it might do anything. Here its value is what the function returns.
 */
export const trimNamespaces: Plugin = {
  name: 'trim-namespaces',
  setup(build) {
    build.onLoad({ filter: /vscode-languageserver-types[\\/]lib[\\/]esm[\\/]main\.js$/ }, async ({ path }) => {
      const code = await readFile(path, 'utf8');
      const contents = code.replaceAll(
        /^export var (\w+);\n((?:\/\*\*(?:(?!\*\/)[^])*\*\/\n)?)\(function \(\1\) \{$([^]*?)^\}\)\(\1 \|\| \(\1 = \{\}\)\);$/gm,
        'export var $1 = /* @__PURE__ */ (function ($1) {$3return $1;\n})({});',
      );
      return { contents, loader: 'js' };
    });
  },
};
