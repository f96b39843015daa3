import { defineConfig } from 'vitest/config';

/** jsonc-parser's CommonJS build hides its exports from Node; its ES modules are what esbuild bundles too. */
const inlined = ['jsonc-parser'];

export default defineConfig({
  test: {
    server: { deps: { inline: inlined } },
    projects: [
      { extends: true, test: { name: 'unit', include: ['test/unit/**/*.test.ts'] } },
      { extends: true, test: { name: 'protocol', include: ['test/protocol/**/*.test.ts'], testTimeout: 60_000 } },
      {
        extends: true,
        test: {
          name: 'editor',
          include: ['test/editor/*.test.ts'],
          globalSetup: ['test/editor/harness/prepareRun.ts'],
          testTimeout: 180_000,
          hookTimeout: 600_000,
          fileParallelism: false,
        },
      },
      {
        extends: true,
        test: {
          name: 'package',
          include: ['test/package/*.test.ts'],
          globalSetup: ['test/editor/harness/prepareRun.ts'],
          testTimeout: 180_000,
          hookTimeout: 600_000,
          fileParallelism: false,
        },
      },
    ],
  },
});
