import * as l10n from '@vscode/l10n';
import type { ReferencePlace } from '../documents/reference.ts';

/**
 * A reference in Markdown: what it is, where its value is taken from and when. What isn't a reference isn't repeated.
 * @param secretNames the names of the secrets that the client keeps; `undefined` where they aren't known
 */
export function describeReference({ kind, name }: ReferencePlace, secretNames?: readonly string[]): string {
  switch (kind) {
    case 'secret':
      return paragraphs(
        `**\`\${secret:${name}}\`** · ${l10n.t('reference to a secret')}`,
        l10n.t(
          'Replaced with the secret {0} from the secret storage when you submit the job. This file doesn’t contain the secret.',
          `\`${name}\``,
        ),
        ...(secretNames === undefined ? [] : [isKept(secretNames.includes(name))]),
      );
    case 'env':
      return paragraphs(
        `**\`\${env:${name}}\`** · ${l10n.t('reference to an environment variable')}`,
        l10n.t(
          'Replaced with the environment variable {0} when you submit the job. The value is the one VS Code was started with.',
          `\`${name}\``,
        ),
      );
    case 'escape':
      return paragraphs(
        `**\`$\${\`** · ${l10n.t('escaped text')}`,
        l10n.t('Submitted as a literal {0}, with one dollar sign.', '`${`'),
      );
    case 'malformed':
      return paragraphs(
        `**${l10n.t('invalid reference')}**`,
        l10n.t(
          'Use {0} for a stored secret, {1} for an environment variable, or {2} for a literal {3}. References have no spaces.',
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
    ? l10n.t('It’s stored.')
    : l10n.t('It isn’t stored yet. Submit Job asks for it, or run **Set Secret**.');
}

function paragraphs(...parts: string[]): string {
  return parts.join('\n\n');
}
