import * as l10n from '@vscode/l10n';
import type { Command, Option } from '../arguments/command.ts';
import { checkOptions, formatOptions, newOptions, schemaOptions } from './options.ts';

/** The commands, in the order of the help. */
export const commands: readonly Command[] = [
  {
    name: 'check',
    operands: '[PATH…]',
    most: Infinity,
    description: () => l10n.t('Check jobs: the same diagnostics as in the editor'),
    options: checkOptions,
    load: async () => (await import('./check.ts')).check,
  },
  {
    name: 'format',
    operands: '[PATH…]',
    most: Infinity,
    description: () => l10n.t('Format jobs'),
    options: formatOptions,
    load: async () => (await import('./format.ts')).format,
  },
  {
    name: 'new',
    operands: 'TYPE',
    most: 1,
    description: () => l10n.t('Create a job of a type, or from a sample'),
    options: newOptions,
    load: async () => (await import('./newJob.ts')).newJob,
  },
  {
    name: 'explain',
    operands: '[RULE]',
    most: 1,
    description: () => l10n.t('Explain a rule, or list all rules'),
    options: [],
    load: async () => (await import('./explain.ts')).explain,
  },
  {
    name: 'schema',
    operands: '',
    most: 0,
    description: () => l10n.t('Print the JSON Schema of a job'),
    options: schemaOptions,
    load: async () => (await import('./schema.ts')).schema,
  },
  {
    name: 'lsp',
    operands: '',
    most: 0,
    description: () => l10n.t('Start the language server over the standard input and output'),
    options: [{ name: 'stdio', description: () => l10n.t('The default, for editors that pass it') }],
    load: async () => (await import('./lsp.ts')).lsp,
  },
];

/** The options without a command. */
export const versionOption: Option = { name: 'version', short: 'v', description: () => l10n.t('Show the version') };
