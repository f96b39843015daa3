import { defineConfig } from 'vitest/config';
import { hasDisplay } from './scripts/editor/display.ts';

/** jsonc-parser's CommonJS build hides its exports from Node; its ES modules are what esbuild bundles too. */
const inlined = ['jsonc-parser'];

/** On a machine that is busy with other work everything takes its time, so no limit is near. */
const slow = { testTimeout: 300_000, hookTimeout: 600_000 };

/** Tests in VS Code. */
const inEditor = {
  ...slow,
  globalSetup: ['test/editor/harness/prepareRun.ts'],
  expect: { poll: { timeout: 60_000, interval: 100 } },
  // Editors on a screen share its clipboard and its keyboard.
  fileParallelism: !hasDisplay(),
};

export default defineConfig({
  test: {
    server: { deps: { inline: inlined } },
    maxWorkers: 2,
    // Tests aren't about time: a limit is there for what never ends, also on a machine that is busy with other work.
    testTimeout: 60_000,
    hookTimeout: 60_000,
    projects: [
      { extends: true, test: { name: 'unit', include: ['test/unit/**/*.test.ts'] } },
      { extends: true, test: { name: 'protocol', include: ['test/protocol/**/*.test.ts'] } },
      { extends: true, test: { name: 'fuzz', include: ['test/fuzz/*.test.ts'], testTimeout: 0 } },
      { extends: true, test: { name: 'editor', include: ['test/editor/*.test.ts'], ...inEditor } },
      { extends: true, test: { name: 'otherEditors', include: ['test/otherEditors/*.test.ts'], ...slow } },
      { extends: true, test: { name: 'pictures', include: ['test/pictures/*.test.ts'], ...inEditor } },
      { extends: true, test: { name: 'package', include: ['test/package/*.test.ts'], ...inEditor } },
    ],
  },
});
