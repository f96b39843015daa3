import type { Node } from 'jsonc-parser';
import * as l10n from '@vscode/l10n';
import { replaceSpan } from '../../documents/edits/containerEdits.ts';
import type { Span } from '../../documents/range.ts';
import { referenceTo } from '../../documents/reference.ts';
import type { Fix } from '../findings/finding.ts';
import type { AddressPassword } from '../../secrets/address.ts';

/** A text that JSON can read, with quotes as its first and last character. */
const literal = /^"(?:[^"\\\p{Cc}]|\\(?:["\\/bfnrt]|u[0-9A-Fa-f]{4}))*"$/u;

/** Ways to keep a secret elsewhere that is all of a text. */
export function secretFixes(source: string, node: Node, name: string): Fix[] {
  const isLiteral = literal.test(source.slice(node.offset, node.offset + node.length));
  return isLiteral ? references({ offset: node.offset + 1, length: node.length - 2 }, name) : [];
}

/** Ways to keep the password of an address elsewhere. Where the password ends must be clear, or a part of it would stay. */
export function addressFixes(source: string, node: Node, passwords: readonly AddressPassword[], name: string): Fix[] {
  const text = source.slice(node.offset, node.offset + node.length);
  const [password, ...others] = passwords;
  // Where nothing is escaped, the text and what it stands for have the same offsets.
  const isPlain = literal.test(text) && !text.includes('\\');
  if (!isPlain || password?.isWhole !== true || others.length > 0) return [];
  return references({ offset: node.offset + 1 + password.offset, length: password.length }, name);
}

/** References in the place of a secret: to the secret storage, to which it can be moved, and to the environment. */
function references(span: Span, name: string): Fix[] {
  return [
    {
      title: l10n.t('Move to secret storage'),
      edits: () => [replaceSpan(span, referenceTo('secret', name))],
      command: { does: 'move-secret', span, name },
    },
    {
      title: l10n.t('Replace with an environment variable'),
      edits: () => [replaceSpan(span, referenceTo('env', name))],
      command: { does: 'explain-variable', name },
    },
  ];
}
