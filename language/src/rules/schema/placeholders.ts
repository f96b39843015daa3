import type { Node } from 'jsonc-parser';
import * as l10n from '@vscode/l10n';
import { placeAt } from '../../documents/locate.ts';
import type { Span } from '../../documents/range.ts';
import { indexOfPart, placeholdersIn } from '../../schema/placeholders.ts';
import type { Environment } from '../environment.ts';
import type { CheckedDocument } from '../findings/checkedDocument.ts';
import type { Finding } from '../findings/finding.ts';

/** Returns the sample values that nobody has replaced. */
export function placeholderFindings(
  { tree, data, text }: CheckedDocument,
  { connection }: Pick<Environment, 'connection'>,
): Finding[] {
  if (tree === undefined) return [];
  return placeholdersIn(data).flatMap(({ path, part }): Finding[] => {
    const node = placeAt(tree, path)?.value;
    // With a connection, instance-mismatch reports it, and knows the right one.
    if (node === undefined || (connection !== undefined && path.at(-1) === 'instance_id')) return [];
    return [
      {
        code: 'untouched-placeholder',
        message: () => l10n.t('"{0}" is a sample value. Replace it with your own.', part),
        span: spanOf(part, node, text),
        isToFillIn: true,
      },
    ];
  });
}

/** Returns where the part is in the text of a string; the whole string where escapes hide it. */
function spanOf(part: string, { offset, length }: Node, text: string): Span {
  const index = indexOfPart(text.slice(offset, offset + length), part);
  return index < 0 ? { offset, length } : { offset: offset + index, length: part.length };
}
