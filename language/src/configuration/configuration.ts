import * as l10n from '@vscode/l10n';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { parse } from '../documents/parse.ts';
import { isObject } from '../documents/value.ts';
import { joinNames } from '../joining.ts';
import type { RuleSeverities } from '../rules/environment.ts';
import { quotable } from '../rules/findings/quotable.ts';
import { ruleSettingsFrom } from '../rules/settings.ts';
import { nearest } from '../schema/nearest.ts';

/** The name of the file that configures the checks of a folder and the folders in it. */
export const configurationName = 'lfjob.config.json';

/** What a configuration file sets. Patterns have the syntax of `.gitignore` and are relative to the folder of the file. */
export interface Configuration {
  readonly severities: RuleSeverities;
  /** Patterns of the files that are jobs. */
  readonly files: readonly string[];
  /** Patterns of the files that aren't checked, though they match `files`. */
  readonly ignore: readonly string[];
}

/** The configuration of a folder without a file. */
export const defaultConfiguration: Configuration = { severities: new Map(), files: ['**/*.lfjob.json'], ignore: [] };

/** A configuration as far as it can be used, and a sentence for each problem. */
export interface ConfigurationResult {
  readonly configuration: Configuration;
  readonly problems: readonly string[];
}

/** What can be configured; `$schema` is for editors. Neither endpoints nor credentials: the file comes with a repository. */
const properties = ['rules', 'files', 'ignore'] as const;

/** Reads the text of a configuration file. */
export function configurationFrom(text: string): ConfigurationResult {
  const json = text.replace(/^\ufeff/, '');
  const { data, problems: errors } = parse(json);
  const [error] = errors;
  if (error !== undefined) {
    const { line, character } = TextDocument.create('', 'json', 0, json).positionAt(error.offset);
    return unusable(l10n.t('It isn’t valid JSON (line {0}, column {1}).', line + 1, character + 1));
  }
  if (!isObject(data)) return unusable(l10n.t('It must be an object, such as { "rules": {} }.'));
  const { severities, problems } = ruleSettingsFrom(data.rules, 'rules');
  const files = patternsFrom('files', data.files);
  const ignore = patternsFrom('ignore', data.ignore);
  return {
    configuration: {
      severities,
      files: files.patterns ?? defaultConfiguration.files,
      ignore: ignore.patterns ?? defaultConfiguration.ignore,
    },
    problems: [
      ...Object.keys(data).flatMap(unknownProperty),
      ...problems,
      ...(files.problem ?? []),
      ...(ignore.problem ?? []),
    ],
  };
}

function unusable(problem: string): ConfigurationResult {
  return { configuration: defaultConfiguration, problems: [problem] };
}

function unknownProperty(name: string): string[] {
  if (name === '$schema' || properties.some((known) => known === name)) return [];
  const suggestion = nearest(name, properties);
  return [
    suggestion === undefined
      ? l10n.t(
          'Unknown property "{0}". Only these can be set: {1}.',
          quotable(name),
          joinNames(properties.map((known) => `"${known}"`)),
        )
      : l10n.t('Unknown property "{0}". Did you mean "{1}"?', quotable(name), suggestion),
  ];
}

interface Patterns {
  readonly patterns?: readonly string[];
  readonly problem?: readonly string[];
}

function patternsFrom(name: string, value: unknown): Patterns {
  if (value === undefined) return {};
  const isList = Array.isArray(value) && value.every((pattern) => typeof pattern === 'string' && pattern !== '');
  return isList
    ? { patterns: value.map(String) }
    : { problem: [l10n.t('"{0}" must be an array of patterns, such as ["jobs/**/*.lfjob.json"].', name)] };
}
