import type { Node } from 'jsonc-parser';
import * as l10n from '@vscode/l10n';
import { removeFrom } from '../documents/edits.ts';
import { keyOf } from '../documents/locate.ts';
import type { Fix } from './finding.ts';
import { quotable } from './quotable.ts';

/** The fix that takes a member out of its object. */
export function memberRemoval(text: string, property: Node): Fix {
  return {
    title: l10n.t('Remove "{0}"', quotable(String(keyOf(property)?.value))),
    edits: () => (property.parent ? removeFrom(text, property.parent, property) : []),
  };
}

/** The fix that takes an element out of its array. */
export function elementRemoval(text: string, element: Node, title: string): Fix {
  return { title, edits: () => (element.parent ? removeFrom(text, element.parent, element) : []) };
}
