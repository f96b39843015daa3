import { readFile, writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import manifest from '../package.json' with { type: 'json' };
import strings from '../package.nls.json' with { type: 'json' };
import { rules } from '../server/src/rules/catalogue.ts';
import { commandTable, fillSection, rulesPage, settingTable } from './docs.ts';

const { values: flags } = parseArgs({ options: { check: { type: 'boolean', default: false } } });

const readme = new URL('../README.md', import.meta.url);
const texts = new Map(Object.entries(strings));
const pages = [
  {
    file: readme,
    text: ['commands', 'settings'].reduce(
      (text, section) =>
        fillSection(
          text,
          section,
          section === 'commands' ? commandTable(manifest, texts) : settingTable(manifest, texts),
        ),
      await readFile(readme, 'utf8'),
    ),
  },
  { file: new URL('../docs/rules.md', import.meta.url), text: rulesPage(rules) },
];

for (const { file, text } of pages) {
  if (!flags.check) {
    await writeFile(file, text);
  } else if ((await readFile(file, 'utf8').catch(() => '')) !== text) {
    console.error(`${file.pathname} is stale. Run: npm run docs`);
    process.exitCode = 1;
  }
}
