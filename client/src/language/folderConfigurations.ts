import { configurationFrom, configurationName } from '../../../language/src/configuration/configuration.ts';
import { patternsFrom, type Patterns } from '../../../language/src/configuration/patterns.ts';
import type { RuleSeverities } from '../../../language/src/rules/environment.ts';
import type { FolderRulesParams } from '../../../server/src/protocol.ts';

/** A file `lfjob.config.json`. */
export interface ConfigurationFile {
  readonly uri: string;
  readonly text: string;
}

/** What a file `lfjob.config.json` sets for the folder that has it and the folders in it. */
export interface FolderConfiguration {
  /** The URI of the folder, which ends with a slash. */
  readonly folder: string;
  readonly severities: RuleSeverities;
  /** The files that are jobs. */
  readonly files: Patterns;
  /** A sentence for each thing in the file that can't be used. */
  readonly problems: readonly string[];
}

/** Reads configuration files. Returns those of the innermost folders first. */
export function folderConfigurations(files: readonly ConfigurationFile[]): readonly FolderConfiguration[] {
  return files.map(folderConfiguration).sort((one, other) => other.folder.length - one.folder.length);
}

function folderConfiguration({ uri, text }: ConfigurationFile): FolderConfiguration {
  const { configuration, problems } = configurationFrom(text);
  return {
    folder: uri.slice(0, -configurationName.length),
    severities: configuration.severities,
    files: patternsFrom(configuration.files, true),
    problems,
  };
}

/** Returns what the language server gets to know of configurations. */
export function folderRules(configurations: readonly FolderConfiguration[]): FolderRulesParams {
  return {
    folders: configurations.map(({ folder, severities }) => ({ uri: folder, rules: Object.fromEntries(severities) })),
  };
}

/** Whether the innermost configuration around a file has it as a job. @param uri of the file */
export function isConfiguredJob(uri: string, configurations: readonly FolderConfiguration[]): boolean {
  const nearest = configurations.find(({ folder }) => uri.startsWith(folder));
  if (nearest === undefined) return false;
  const path = decodeURIComponent(uri.slice(nearest.folder.length));
  return !uri.endsWith(`/${configurationName}`) && nearest.files.matches(path) === true;
}
