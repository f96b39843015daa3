import { copyFile, mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { fillSection } from '../../scripts/docs.ts';
import { installCodeServer, vscodeVersion } from '../../scripts/editor/installCodeServer.ts';
import { repositoryFolder } from '../../scripts/editor/repository.ts';
import prepareRun from '../editor/harness/prepareRun.ts';
import { activationTable, measureActivations } from './activation.ts';
import { comparisonChart } from './chart.ts';
import { compareServers } from './comparison.ts';
import { hostTable, measureHost } from './extensionHost.ts';
import { lightBulbTable, measureLightBulbs } from './lightBulb.ts';
import { jsonServerVersion, serversBeside } from './servers.ts';
import { reducedSizes, sizes } from './sizes.ts';
import { comparisonTable } from './table.ts';
import { measureWatch, watchTable } from './watchedJobs.ts';

/** `--servers` and `--activation` measure the one or the other alone, `--reduced` only checks that everything works. */
const { values: flags } = parseArgs({
  options: {
    servers: { type: 'boolean', default: false },
    activation: { type: 'boolean', default: false },
    reduced: { type: 'boolean', default: false },
  },
});

const docs = flags.reduced ? await copyOfPage() : join(repositoryFolder, 'docs');
const page = join(docs, 'performance.md');

if (!flags.activation) {
  await fill('figures', await measuredServers());
  await fill('lightBulb', await measuredLightBulbs());
  await fill('extensionHost', hostTable(await measureHost(sizes.slice(1), flags.reduced ? 1 : 12)));
  await fill('watchedJobs', watchTable(await measureWatch(flags.reduced ? [50] : [1, 50, 1000])));
}
if (!flags.servers) await fill('activation', await measuredActivation());
console.log(`Written: ${page}`);

/** Compares the servers and draws the chart; returns the text for the page. */
async function measuredServers(): Promise<string> {
  const { serverMain } = await installCodeServer();
  const comparisons = await compareServers(serversBeside(serverMain), flags.reduced ? reducedSizes : sizes);
  await writeFile(join(docs, 'images', 'performance.svg'), comparisonChart(comparisons));
  const versions = `Node ${process.versions.node}; ${jsonServerVersion(serverMain)} of VS Code ${vscodeVersion}.`;
  return `${versions}\n\n${comparisonTable(comparisons)}`;
}

/** Asks for the code actions of whole documents; returns the text for the page. */
async function measuredLightBulbs(): Promise<string> {
  const { ours } = serversBeside((await installCodeServer()).serverMain);
  const measured = flags.reduced
    ? await measureLightBulbs(ours, reducedSizes.slice(1), 1)
    : await measureLightBulbs(ours, sizes.slice(1), 12);
  return lightBulbTable(measured);
}

/** Activates both extensions in new windows; returns the text for the page. */
async function measuredActivation(): Promise<string> {
  await prepareRun();
  const windows = await measureActivations(flags.reduced ? 1 : 12);
  return `VS Code ${vscodeVersion}, ${windows.length} windows: median, least and most.\n\n${activationTable(windows)}`;
}

async function fill(section: string, content: string): Promise<void> {
  console.log(content);
  await writeFile(page, fillSection(await readFile(page, 'utf8'), section, content));
}

/** The figures of a reduced run aren't to be kept: they go to a copy of the page, among the results of the tests. */
async function copyOfPage(): Promise<string> {
  const folder = join(repositoryFolder, 'test-results', 'bench');
  await mkdir(join(folder, 'images'), { recursive: true });
  await copyFile(join(repositoryFolder, 'docs', 'performance.md'), join(folder, 'performance.md'));
  return folder;
}
