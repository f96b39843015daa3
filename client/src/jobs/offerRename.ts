import * as l10n from '@vscode/l10n';
import { jsonValue } from '../../../language/src/documents/parse.ts';
import { isObject } from '../../../language/src/documents/value.ts';
import { jobSchema } from '../../../language/src/generated/jobSchema.js';
import { propertySchema } from '../../../language/src/schema/lookup.ts';
import type { Prompts } from '../prompts/prompts.ts';
import { elementsOf, isString, type Memory } from '../storage/storedMap.ts';

const neverKey = 'lakeformation.neverOfferRename';
const offeredKey = 'lakeformation.offeredRenames';

/** A longer text, in UTF-16 code units, isn't looked at: jobs have some kilobytes. */
const longestText = 1024 * 1024;

/** The last files are remembered. */
const mostRemembered = 200;

export interface RenameServices {
  readonly prompts: Pick<Prompts, 'info'>;
  /** What holds for all workspaces. */
  readonly everywhere: Memory;
  readonly workspaceState: Memory;
  /** Renames a file; `false` if that can't be done. */
  readonly rename: (from: string, to: string) => Promise<boolean>;
}

/**
 * Offers to rename a JSON file that looks like a job, so that it is checked and can be submitted: once for each file,
 * and never again if the user selects that.
 */
export async function offerRename(services: RenameServices, uri: string, text: string): Promise<void> {
  const { prompts, everywhere, workspaceState } = services;
  const name = /[^/]*$/.exec(uri)?.[0] ?? '';
  if (!name.endsWith('.json') || name.endsWith('.lfjob.json') || !looksLikeJob(text)) return;
  const offered = elementsOf(workspaceState.get(offeredKey), isString) ?? [];
  if (everywhere.get(neverKey) === true || offered.includes(uri)) return;
  await workspaceState.update(offeredKey, [...offered.slice(1 - mostRemembered), uri]);
  const renamed = name.replace(/\.json$/, '.lfjob.json');
  const [rename, never] = [l10n.t('Rename'), l10n.t('Don’t Ask Again')];
  const chosen = await prompts.info(
    l10n.t(
      '"{0}" looks like a LakeFormation job. Rename it to "{1}" to check and submit it?',
      decoded(name),
      decoded(renamed),
    ),
    rename,
    never,
  );
  if (chosen === never) await everywhere.update(neverKey, true);
  if (
    chosen === rename &&
    !(await services.rename(
      uri,
      uri.replace(/[^/]*$/, () => renamed),
    ))
  ) {
    void prompts.info(l10n.t('Couldn’t rename "{0}". Rename it in the Explorer.', decoded(name)));
  }
}

/** Whether a text is a JSON object with the type and the parameters of a job. */
export function looksLikeJob(text: string): boolean {
  if (text.length > longestText) return false;
  const job = jsonValue(text);
  if (!isObject(job) || !isObject(job.parameter)) return false;
  const types = propertySchema(jobSchema, 'type')?.enum ?? [];
  return types.some((type) => type === job.type);
}

function decoded(name: string): string {
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}
