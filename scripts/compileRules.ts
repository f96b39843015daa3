import { mkdir, writeFile } from 'node:fs/promises';
import { rules } from '../language/src/rules/catalogue.ts';

const outputFolder = new URL('../language/src/generated/', import.meta.url);

/** Writes the rules' severities into `language/src/generated/`: of a rule's documentation, the server needs nothing else. */
export async function compileRules(): Promise<void> {
  const severities = Object.fromEntries(Object.entries(rules).map(([code, { severity }]) => [code, severity]));
  await mkdir(outputFolder, { recursive: true });
  await Promise.all([
    write('ruleSeverities.js', `export const ruleSeverities = ${JSON.stringify(severities)};\n`),
    write(
      'ruleSeverities.d.ts',
      [
        "import type { RuleCode } from '../rules/catalogue.ts';",
        "import type { RuleSeverity } from '../rules/rule.ts';",
        'export declare const ruleSeverities: Readonly<Record<RuleCode, RuleSeverity>>;',
        '',
      ].join('\n'),
    ),
  ]);
}

async function write(name: string, text: string): Promise<void> {
  await writeFile(new URL(name, outputFolder), `// Generated from language/src/rules/. Do not edit.\n${text}`);
}
