import * as l10n from '@vscode/l10n';
import type { ReferencePlace } from '../documents/reference.ts';

/**
 * A reference in Markdown: what it is, where its value is taken from and when. What is no reference is not repeated.
 * @param secretNames the names of the secrets that the client keeps; `undefined` where they are not known
 */
export function describeReference({ kind, name }: ReferencePlace, secretNames?: readonly string[]): string {
  switch (kind) {
    case 'secret':
      return paragraphs(
        `**\`\${secret:${name}}\`** · ${l10n.t('reference to a secret')}`,
        l10n.t(
          'Stands for the secret {0} in VS Code’s secret storage, which takes its place when the job is submitted. The secret itself is not in this file.',
          `\`${name}\``,
        ),
        ...(secretNames === undefined ? [] : [isKept(secretNames.includes(name))]),
      );
    case 'env':
      return paragraphs(
        `**\`\${env:${name}}\`** · ${l10n.t('reference to an environment variable')}`,
        l10n.t(
          'Stands for the environment variable {0} as VS Code was started with it, which takes its place when the job is submitted. The value itself is not in this file.',
          `\`${name}\``,
        ),
      );
    case 'escape':
      return paragraphs(
        `**\`$\${\`** · ${l10n.t('no reference')}`,
        l10n.t('Stands for {0} itself: the text is submitted with one dollar sign less.', '`${`'),
      );
    case 'malformed':
      return paragraphs(
        `**${l10n.t('A reference that is none')}**`,
        l10n.t(
          'Write {0} for a value in VS Code’s secret storage or {1} for an environment variable, without spaces; {2} where the text itself has {3}.',
          '`${secret:NAME}`',
          '`${env:NAME}`',
          '`$${`',
          '`${`',
        ),
      );
  }
}

function isKept(isKnown: boolean): string {
  return isKnown
    ? l10n.t('It is stored.')
    : l10n.t('It is not stored yet: you are asked for it when you submit the job, or set it by **Set Secret**.');
}

function paragraphs(...parts: string[]): string {
  return parts.join('\n\n');
}
