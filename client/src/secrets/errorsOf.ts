import { jsonPath } from '../../../language/src/documents/jsonPath.ts';
import { nodeAt, pathOf } from '../../../language/src/documents/locate.ts';
import { parse } from '../../../language/src/documents/parse.ts';
import { check } from '../../../language/src/rules/check.ts';
import { noEnvironment } from '../../../language/src/rules/environment.ts';
import { mostSevere } from '../../../language/src/rules/findings/mostSevere.ts';
import { ruleSettingsFrom } from '../../../language/src/rules/settings.ts';

/** An error of a job with filled-in references. */
export interface BodyError {
  /** Where it is, in JSONPath notation. */
  readonly path: string;
  readonly message: string;
}

/**
 * The errors of a job with filled-in references, by the rules of the language server. They are checked here and not by
 * it: it must not get a secret, its messages can be traced, and a substitute of the same form would reveal the form and
 * couldn't be compared with the values that a property allows.
 * @param rules the setting `lakeformation.rules`
 */
export function errorsOf(body: string, rules: unknown): BodyError[] {
  // What is filled in isn't a reference any longer, and a secret is where it should be.
  const parsed = parse(body.replaceAll('${', '$('));
  const severities = new Map(ruleSettingsFrom(rules).severities).set('plaintext-secret', 'off');
  return mostSevere(check(parsed, { ...noEnvironment, severities }))
    .filter(({ severity }) => severity === 'error')
    .map(({ span, message }) => {
      const node = parsed.tree && nodeAt(parsed.tree, span.offset);
      return { path: jsonPath(node ? pathOf(node) : []), message: message() };
    });
}
