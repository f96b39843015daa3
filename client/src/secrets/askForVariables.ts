import * as l10n from '@vscode/l10n';
import type { Destination } from '../../../language/src/secrets/destinations.ts';
import type { Folder } from '../connections/choice.ts';
import { NotReadyError } from '../failures/notReadyError.ts';
import type { Prompts } from '../prompts/prompts.ts';
import type { VariablePermissions } from '../state/variablePermissions.ts';
import { destinationText } from './destinationText.ts';
import { joinNames, labeled } from '../../../language/src/joining.ts';

/** What the question uses. */
export interface AskForVariablesServices {
  readonly prompts: Prompts;
  readonly variablePermissions: VariablePermissions;
  /** The workspace folder that contains a document; `undefined` where none does. */
  readonly containingFolder: (document: string) => Folder | undefined;
}

/** The most variables of one question, which shows all that it is about. */
const most = 12;

/**
 * Asks whether a job may read the environment variables that it refers to: once for each workspace folder and name. A
 * document outside of all folders never shares the permissions of one. Nothing is read here.
 * @param destinations of the references in the document, those to secrets too
 * @throws NotReadyError when it may not
 */
export async function askForVariables(
  { prompts, variablePermissions, containingFolder }: AskForVariablesServices,
  destinations: readonly Destination[],
  document: string,
): Promise<void> {
  const folder = containingFolder(document);
  const folderUri = folder?.uri ?? '';
  const granted = variablePermissions.grantedIn(folderUri);
  const uses = new Map<string, Set<string>>();
  for (const destination of destinations) {
    const { kind, name } = destination;
    if (kind !== 'env' || granted.has(name)) continue;
    uses.set(name, (uses.get(name) ?? new Set()).add(destinationText(destination)));
  }
  const asked = [...uses];
  for (let start = 0; start < asked.length; start += most) {
    const some = asked.slice(start, start + most);
    const names = some.map(([name]) => name);
    const isAllowed = await prompts.confirm({
      message: folder
        ? l10n.t('Allow the jobs in folder "{0}" to read these environment variables?', folder.name)
        : l10n.t('Allow jobs outside the workspace folders to read these environment variables?'),
      detail: [
        ...some.map(([name, places]) => labeled(name, shortList([...places]))),
        '',
        l10n.t('Their values are sent to the service with the job. You’re asked once for each folder and variable.'),
      ].join('\n'),
      action: l10n.t('Allow'),
    });
    if (!isAllowed) throw new NotReadyError(declinedSentence(names));
    await variablePermissions.grant(names.map((name) => ({ folder: folderUri, name })));
  }
}

/** As many places of a variable are named. */
const mostPlaces = 3;

/** The first places that use a variable, and how many others do. */
function shortList(places: readonly string[]): string {
  const shown = joinNames(places.slice(0, mostPlaces));
  return places.length <= mostPlaces ? shown : l10n.t('{0}, and {1} more', shown, places.length - mostPlaces);
}

function declinedSentence(names: readonly string[]): string {
  return l10n.t(
    'Not submitted: the job isn’t allowed to read these environment variables: {0}. Submit it again and select Allow, or use {1}.',
    joinNames(names),
    '${secret:NAME}',
  );
}
