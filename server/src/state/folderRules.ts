import { childValue } from '../../../language/src/documents/value.ts';
import type { RuleSeverities } from '../../../language/src/rules/environment.ts';
import { ruleSettingsFrom } from '../../../language/src/rules/settings.ts';
import { folderOf, foldersFrom, type Folder } from './folders.ts';

/** The severities of rules that the folders of a workspace set. */
export class FolderRules {
  #folders: readonly Folder<RuleSeverities>[] = [];
  #text = '[]';

  /** Handles `lfjob/didChangeFolderRules`, with any parameters. @returns whether a severity changed */
  update(params: unknown): boolean {
    this.#folders = foldersFrom(childValue(params, 'folders'), ({ rules }) => ruleSettingsFrom(rules).severities);
    const before = this.#text;
    this.#text = JSON.stringify(this.#folders.map(({ uri, value }) => [uri, [...value]]));
    return this.#text !== before;
  }

  /** Returns the severities that count for a document. @param setting those of `lakeformation.rules`, for the other rules */
  of(uri: string, setting: RuleSeverities): RuleSeverities {
    const folder = folderOf(uri, this.#folders);
    return folder ? new Map([...setting, ...folder.value]) : setting;
  }
}
