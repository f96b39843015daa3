import { readFile, writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { format } from 'prettier';
import manifest from '../package.json' with { type: 'json' };
import strings from '../package.nls.json' with { type: 'json' };
import { notices, rules } from '../language/src/rules/catalogue.ts';
import { jobs, jobTypes } from '../test/editor/typing/jobs.ts';
import { pressesOf } from '../test/editor/typing/script.ts';
import { scriptsWithExtension } from '../test/editor/typing/withExtension.ts';
import { scriptsWithJsonSupport } from '../test/editor/typing/withJsonSupport.ts';
import {
  commandTable,
  fillSection,
  rulesPage,
  rulesSettingSchema,
  ruleTexts,
  settingTable,
  typingTable,
} from './docs.ts';

const { values: flags } = parseArgs({ options: { check: { type: 'boolean', default: false } } });

const root = new URL('../', import.meta.url);
const texts = new Map(Object.entries(strings));

/** The manifest with the rules in their setting, so that `settings.json` is completed and checked. */
const properties = manifest.contributes.configuration.properties;
const rulesSetting = { ...properties['lakeformation.rules'], ...rulesSettingSchema(rules) };
const completed = {
  ...manifest,
  contributes: {
    ...manifest.contributes,
    configuration: {
      ...manifest.contributes.configuration,
      properties: { ...properties, 'lakeformation.rules': rulesSetting },
    },
  },
};

/** The manifest strings: those written by hand, then those of the rules. */
const completedStrings = {
  ...Object.fromEntries(Object.entries(strings).filter(([key]) => !key.startsWith('rule.'))),
  ...ruleTexts(rules),
};

const typedJobs = jobTypes.map((type) => ({
  type,
  presses: pressesOf(scriptsWithExtension[type]),
  pressesWithJsonSupport: pressesOf(scriptsWithJsonSupport[type]),
  characters: JSON.stringify(jobs[type], undefined, 2).length,
}));

const pages = {
  'docs/reference.md': fillSection(
    fillSection(await readFile(new URL('docs/reference.md', root), 'utf8'), 'commands', commandTable(manifest, texts)),
    'settings',
    settingTable(manifest, texts),
  ),
  'docs/rules.md': rulesPage(rules, notices),
  'docs/typing.md': fillSection(
    await readFile(new URL('docs/typing.md', root), 'utf8'),
    'presses',
    typingTable(typedJobs),
  ),
  'package.json': await format(JSON.stringify(completed), { parser: 'json-stringify' }),
  'package.nls.json': await format(JSON.stringify(completedStrings), { parser: 'json-stringify' }),
};

for (const [name, text] of Object.entries(pages)) {
  const file = new URL(name, root);
  if (!flags.check) {
    await writeFile(file, text);
  } else if ((await readFile(file, 'utf8').catch(() => '')) !== text) {
    console.error(`${name} is stale. Run: npm run docs`);
    process.exitCode = 1;
  }
}
