import { mkdir, writeFile } from 'node:fs/promises';
import { notices, rules } from '../language/src/rules/catalogue.ts';
import type { Notice } from '../language/src/rules/rule.ts';

const outputFolder = new URL('../language/src/generated/', import.meta.url);

/** Writes the rules' severities into `language/src/generated/`: of a rule's documentation, the server needs nothing else. */
export async function compileRules(): Promise<void> {
  await mkdir(outputFolder, { recursive: true });
  await Promise.all([
    write(
      'ruleSeverities.js',
      [
        `export const ruleSeverities = ${JSON.stringify(severitiesOf(rules))};`,
        `export const noticeSeverities = ${JSON.stringify(severitiesOf(notices))};`,
        '',
      ].join('\n'),
    ),
    write(
      'ruleSeverities.d.ts',
      [
        "import type { notices, RuleCode } from '../rules/catalogue.ts';",
        "import type { RuleSeverity } from '../rules/rule.ts';",
        'export declare const ruleSeverities: Readonly<Record<RuleCode, RuleSeverity>>;',
        'export declare const noticeSeverities: Readonly<Record<keyof typeof notices, RuleSeverity>>;',
        '',
      ].join('\n'),
    ),
  ]);
}

function severitiesOf(documented: Readonly<Record<string, Notice>>): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(documented).map(([code, { severity }]) => [code, severity]));
}

async function write(name: string, text: string): Promise<void> {
  await writeFile(new URL(name, outputFolder), `// Generated from language/src/rules/. Do not edit.\n${text}`);
}
