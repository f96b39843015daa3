import * as l10n from '@vscode/l10n';
import type { Option } from '../arguments/option.ts';
import { reportFormats } from '../report/reporter.ts';

/** The options that every command has. */
export const commonOptions: readonly Option[] = [
  {
    name: 'locale',
    value: 'LOCALE',
    description: () => l10n.t('The language of the messages, such as zh-CN; that of the environment if left out'),
  },
  { name: 'help', short: 'h', description: () => l10n.t('Show this help') },
];

/** The options for a text that isn't in a file. */
const inputOptions: readonly Option[] = [
  { name: 'stdin', description: () => l10n.t('Read one job from the standard input') },
  {
    name: 'stdin-filename',
    value: 'FILE',
    description: () => l10n.t('The file that the standard input is for. It doesn’t have to exist'),
  },
];

export const checkOptions: readonly Option[] = [
  {
    name: 'format',
    value: 'FORMAT',
    values: reportFormats,
    description: () => l10n.t('The format of the report: {0}', reportFormats.join(', ')),
  },
  {
    name: 'max-warnings',
    value: 'NUMBER',
    description: () => l10n.t('Exit with code 1 if there are more warnings'),
  },
  {
    name: 'rules',
    value: 'CODE=SEVERITY',
    isRepeatable: true,
    description: () =>
      l10n.t('Set the severity of rules: error, warning, information, hint, or off. Separate several with commas'),
  },
  { name: 'fix', description: () => l10n.t('Apply the safe fixes, and report what is left') },
  ...inputOptions,
  { name: 'watch', description: () => l10n.t('Check again when files change, until you press Ctrl+C') },
];

export const formatOptions: readonly Option[] = [
  { name: 'check', description: () => l10n.t('List the files that aren’t formatted, and change none') },
  {
    name: 'indent',
    value: 'NUMBER|tab',
    description: () => l10n.t('The number of spaces of an indentation, or tab; 2 if left out'),
  },
  ...inputOptions,
];

export const newOptions: readonly Option[] = [
  {
    name: 'output',
    value: 'FILE',
    description: () => l10n.t('Write a new file instead of printing the job. An existing file isn’t replaced'),
  },
];

export const schemaOptions: readonly Option[] = [
  {
    name: 'strict',
    description: () => l10n.t('Also with the limits that the check reports as warnings or information'),
  },
];

/** The options that select the instance. */
const connectionOptions: readonly Option[] = [
  {
    name: 'connection',
    value: 'NAME',
    description: () => l10n.t('A connection in your connections.json; the default or only one if left out'),
  },
  { name: 'region', value: 'REGION', description: () => l10n.t('The region of the instance, such as cn-north-4') },
  {
    name: 'endpoint',
    value: 'URL',
    description: () => l10n.t('The endpoint of LakeFormation; that of the region if left out'),
  },
  { name: 'project', value: 'ID', description: () => l10n.t('The ID of the project') },
  { name: 'instance', value: 'ID', description: () => l10n.t('The ID of the instance') },
];

const environmentOption: Option = {
  name: 'env',
  value: 'NAME',
  isRepeatable: true,
  description: () => l10n.t('Allow jobs to read an environment variable by a reference. Separate several with commas'),
};

const yesOption: Option = { name: 'yes', description: () => l10n.t('Don’t ask for confirmation') };

const dryRunOption: Option = {
  name: 'dry-run',
  description: () => l10n.t('Show what would be done, and change nothing'),
};

/** The option of commands that show something to people or to scripts. */
const formatOption: Option = {
  name: 'format',
  value: 'FORMAT',
  values: ['text', 'json'],
  description: () => l10n.t('The format of the output: {0}', 'text, json'),
};

const waitOption: Option = {
  name: 'wait',
  description: () => l10n.t('Wait until the run has ended. Exit with code 1 if it didn’t succeed'),
};

const idOption: Option = {
  name: 'id',
  value: 'ID',
  description: () => l10n.t('The ID of the job, in place of its file'),
};

export const planOptions: readonly Option[] = [formatOption, environmentOption, ...connectionOptions];

export const submitOptions: readonly Option[] = [dryRunOption, yesOption, environmentOption, ...connectionOptions];

export const runOptions: readonly Option[] = [waitOption, dryRunOption, yesOption, idOption, ...connectionOptions];

export const stopOptions: readonly Option[] = [dryRunOption, yesOption, idOption, ...connectionOptions];

export const statusOptions: readonly Option[] = [waitOption, formatOption, idOption, ...connectionOptions];

export const logOptions: readonly Option[] = [idOption, ...connectionOptions];

export const historyOptions: readonly Option[] = [formatOption, idOption, ...connectionOptions];
