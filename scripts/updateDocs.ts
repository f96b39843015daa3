import { readFile, writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { format } from 'prettier';
import ruleTranslations from '../l10n/rules.zh-cn.json' with { type: 'json' };
import manifest from '../package.json' with { type: 'json' };
import strings from '../package.nls.json' with { type: 'json' };
import chineseStrings from '../package.nls.zh-cn.json' with { type: 'json' };
import { commands } from '../cli/src/commands/commands.ts';
import { commonOptions } from '../cli/src/commands/options.ts';
import { notices, rules } from '../language/src/rules/catalogue.ts';
import { jobs, jobTypes } from '../test/editor/typing/jobs.ts';
import { pressesOf } from '../test/editor/typing/script.ts';
import { scriptsWithExtension } from '../test/editor/typing/withExtension.ts';
import { scriptsWithJsonSupport } from '../test/editor/typing/withJsonSupport.ts';
import { commandSections, exitCodeTable, optionTable } from './commandLineDocs.ts';
import { configurationSchema, configurationTable } from './configurationSchema.ts';
import {
  commandTable,
  fillSection,
  rulesPage,
  rulesSettingSchema,
  ruleStrings,
  settingTable,
  typingTable,
} from './docs.ts';
import { chineseWords, englishWords, translatedNotices, translatedRules } from './ruleTexts.ts';

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

const chineseRules = translatedRules(rules, ruleTranslations);
const chineseNotices = translatedNotices(notices, ruleTranslations);

/** Returns the text of a file with manifest strings: those written by hand, then those of the rules. */
async function stringsFile(
  written: Readonly<Record<string, string>>,
  ofRules: Readonly<Record<string, string>>,
): Promise<string> {
  const byHand = Object.entries(written).filter(([key]) => !key.startsWith('rule.'));
  return format(JSON.stringify({ ...Object.fromEntries(byHand), ...ofRules }), { parser: 'json-stringify' });
}

const typedJobs = jobTypes.map((type) => ({
  type,
  presses: pressesOf(scriptsWithExtension[type]),
  pressesWithJsonSupport: pressesOf(scriptsWithJsonSupport[type]),
  characters: JSON.stringify(jobs[type], undefined, 2).length,
}));

/** Returns a page with its generated sections. */
async function filledPage(name: string, sections: Readonly<Record<string, string>>): Promise<string> {
  const page = await readFile(new URL(name, root), 'utf8');
  return Object.entries(sections).reduce((text, [section, content]) => fillSection(text, section, content), page);
}

const configuration = configurationSchema(rules, Object.values(ruleStrings(rules, englishWords)));

const pages = {
  'docs/command-line.md': await filledPage('docs/command-line.md', {
    commands: commandSections(commands),
    configuration: configurationTable(configuration.properties),
    options: `${optionTable(commonOptions)}\n`,
    'exit codes': exitCodeTable(),
  }),
  'docs/reference.md': await filledPage('docs/reference.md', {
    commands: commandTable(manifest, texts),
    settings: settingTable(manifest, texts),
  }),
  'docs/rules.md': rulesPage(rules, notices, englishWords),
  'docs/rules.zh-cn.md': rulesPage(chineseRules, chineseNotices, chineseWords),
  'docs/typing.md': await filledPage('docs/typing.md', { presses: typingTable(typedJobs) }),
  'package.json': await format(JSON.stringify(completed), { parser: 'json-stringify' }),
  'package.nls.json': await stringsFile(strings, ruleStrings(rules, englishWords)),
  'schemas/lfjob.config.schema.json': await format(JSON.stringify(configuration), { parser: 'json', printWidth: 120 }),
  'package.nls.zh-cn.json': await stringsFile(chineseStrings, ruleStrings(chineseRules, chineseWords)),
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
