import { fileURLToPath } from 'node:url';
import { createVSIX } from '@vscode/vsce';
import manifest from '../package.json' with { type: 'json' };

const cwd = fileURLToPath(new URL('..', import.meta.url));
const packagePath = fileURLToPath(new URL(`../${manifest.name}-${manifest.version}.vsix`, import.meta.url));

// Everything at run time is inside the bundles, so no dependency is packed. `vscode:prepublish` makes them and the
// README, with pictures in its text: with `rewriteRelativeLinks` they would have to be on the web.
await createVSIX({
  cwd,
  packagePath,
  dependencies: false,
  readmePath: 'dist/README.md',
  rewriteRelativeLinks: false,
});
