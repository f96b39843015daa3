import { stat } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { createVSIX, listFiles, PackageManager } from '@vscode/vsce';
import manifest from '../package.json' with { type: 'json' };

const cwd = fileURLToPath(new URL('..', import.meta.url));
const packagePath = fileURLToPath(new URL(`../${manifest.name}-${manifest.version}.vsix`, import.meta.url));

// Everything at run time is inside the bundles, so no dependency is packed. The build is `vscode:prepublish`.
await createVSIX({ cwd, packagePath, dependencies: false });

const files = await listFiles({ cwd, packageManager: PackageManager.None });
console.log(files.sort().join('\n'));
console.log(`${packagePath}: ${(await stat(packagePath)).size} bytes, ${files.length} files`);
