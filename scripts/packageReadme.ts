import { readFile, writeFile } from 'node:fs/promises';
import { readmeForPackage } from './readmeForPackage.ts';

const root = new URL('../', import.meta.url);

await writeFile(new URL('dist/README.md', root), readmeForPackage(await readFile(new URL('README.md', root), 'utf8')));
