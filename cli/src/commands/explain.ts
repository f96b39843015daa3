import * as l10n from '@vscode/l10n';
import { labeled } from '../../../language/src/joining.ts';
import { nearest } from '../../../language/src/schema/nearest.ts';
import type { Arguments } from '../arguments/readArguments.ts';
import { Failure } from '../failure.ts';
import type { ExitCode, Host } from '../host.ts';
import { styleFor, type Style } from '../output/style.ts';
import { twoColumns } from '../output/table.ts';
import { visibleLines } from '../output/visible.ts';
import { diagnosticCodes, ruleDocumentation, type RuleDocumentation } from '../report/ruleTexts.ts';
import { severityWord } from '../report/severities.ts';

/** Prints the documentation of a rule, or the codes and titles of all rules. */
export async function explain(host: Host, { operands: [code] }: Arguments): Promise<ExitCode> {
  if (code === undefined) {
    const rows = diagnosticCodes.map((one): [string, string] => [one, ruleDocumentation(one)?.title ?? '']);
    await host.output.write(twoColumns(rows, ''));
    return 0;
  }
  const documentation = ruleDocumentation(code);
  if (documentation === undefined) throw new Failure(unknownRule(code));
  await host.output.write(explanation(code, documentation, styleFor(host, host.output)));
  return 0;
}

function unknownRule(code: string): string {
  const suggestion = nearest(code, diagnosticCodes);
  return suggestion === undefined
    ? l10n.t('Unknown rule "{0}". Run "{1}" to list the rules.', code, 'lfjob explain')
    : l10n.t('Unknown rule "{0}". Did you mean "{1}"?', code, suggestion);
}

function explanation(
  code: string,
  { title, reason, severity, source, example }: RuleDocumentation,
  style: Style,
): string {
  return [
    `${style('bold', code)} · ${title} · ${severityWord(severity)}\n`,
    `${reason}\n`,
    ...(source === undefined ? [] : [`${labeled(l10n.t('Source'), source)}\n`]),
    ...(example === undefined || example.invalid === '' ? [] : [exampleText(l10n.t('Incorrect:'), example.invalid)]),
    ...(example === undefined ? [] : [exampleText(l10n.t('Correct:'), example.valid)]),
  ].join('\n');
}

/** Longer lines of an example, in UTF-16 code units, are cut: one example has the largest document. */
const longestLine = 160;

/** An example may be about characters that a terminal doesn't show. */
function exampleText(heading: string, text: string): string {
  const lines = text
    .split('\n')
    .map((line) => visibleLines(line.length > longestLine ? `${line.slice(0, 120)} …` : line));
  return `${heading}\n\n${lines.map((line) => `    ${line}`).join('\n')}\n`;
}
