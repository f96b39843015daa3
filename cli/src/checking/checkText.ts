import { TextDocument } from 'vscode-languageserver-textdocument';
import { needsYaml } from '../../../language/src/conversion/recognize.ts';
import { loadYaml } from '../../../language/src/conversion/yaml.ts';
import { parse } from '../../../language/src/documents/parse.ts';
import { diagnostics } from '../../../language/src/features/diagnostics.ts';
import { noEnvironment, type Environment, type RuleSeverities } from '../../../language/src/rules/environment.ts';
import { fixAll } from '../../../language/src/rules/fixAll.ts';
import { runSteps } from '../../../language/src/rules/steps.ts';
import { problemOf, type Problem } from './problem.ts';
import { proposedFixes } from './proposedFixes.ts';

/** How texts are checked. */
export interface CheckOptions {
  readonly severities: RuleSeverities;
  /** Whether the safe fixes are applied before. */
  readonly fix: boolean;
  /** Whether the problems have their fixes. */
  readonly withFixes: boolean;
}

/** The problems of a text, with the safe fixes applied if that is asked for. */
export interface CheckedText {
  readonly text: string;
  readonly problems: readonly Problem[];
}

/** Checks a text as the language server does. */
export async function checkText(text: string, { severities, fix, withFixes }: CheckOptions): Promise<CheckedText> {
  const parseYaml = (fix || withFixes) && needsYaml(text) ? await loadYaml() : undefined;
  const environment: Environment = { ...noEnvironment, severities, parseYaml };
  const checked = fix ? runSteps(fixAll(parse(text), environment)) : text;
  const parsed = parse(checked);
  const document = TextDocument.create('lfjob:check', 'lfjob', 0, checked);
  const fixesOf = withFixes ? proposedFixes(document, parsed, environment) : undefined;
  const problems = diagnostics(document, parsed, environment).map((diagnostic) =>
    problemOf(diagnostic, fixesOf?.(String(diagnostic.code), document.offsetAt(diagnostic.range.start)) ?? []),
  );
  return { text: checked, problems };
}
