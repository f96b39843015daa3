import * as l10n from '@vscode/l10n';
import { jsonValue } from '../../../language/src/documents/parse.ts';
import { placeholdersIn } from '../../../language/src/schema/placeholders.ts';

/**
 * Returns the line of the confirmation about the sample values of a job that nobody has replaced; `undefined` if there are
 * none. Names only the property and the part to be replaced, so that no secret in the rest of a value is shown.
 */
export function samplesLine(body: string): string | undefined {
  const samples = placeholdersIn(jsonValue(body)).map(({ path, part }) =>
    // An element of an array is named by the array.
    l10n.t('{0} ({1})', path.filter((segment) => typeof segment === 'string').at(-1) ?? '', part),
  );
  return samples.length === 0 ? undefined : l10n.t('Sample values not replaced: {0}', [...new Set(samples)].join(', '));
}
