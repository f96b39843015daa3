import type { Node } from 'jsonc-parser';
import * as l10n from '@vscode/l10n';
import { applyEdits, difference } from '../../documents/edits/applyEdits.ts';
import { removeFrom } from '../../documents/edits/containerEdits.ts';
import { keyOf } from '../../documents/locate.ts';
import type { Fix } from '../findings/finding.ts';
import { quotable, quotedList } from '../findings/quotable.ts';

/** The fix that takes a property out of its object. */
export function propertyRemoval(text: string, property: Node): Fix {
  return {
    ...propertiesRemoval(text, [property]),
    edits: () => (property.parent ? removeFrom(text, property.parent, [property]) : []),
  };
}

/** The fix that takes properties out of their objects. */
export function propertiesRemoval(text: string, properties: readonly Node[]): Fix {
  return {
    title: l10n.t('Remove {0}', quotedList(properties.map((property) => quotable(nameIn(text, property))))),
    edits: () => {
      const edit = difference(text, withoutProperties(text, properties));
      return edit ? [edit] : [];
    },
  };
}

/** Returns the name of a property as written: the tree may have the one that is meant. */
function nameIn(text: string, property: Node): string {
  const key = keyOf(property);
  const written = key && /^"(.*)"$/.exec(text.slice(key.offset, key.offset + key.length))?.[1];
  return written ?? String(key?.value);
}

/** Returns a text without some of its properties. */
export function withoutProperties(text: string, properties: readonly Node[]): string {
  const objects = new Set(properties.flatMap(({ parent }) => parent ?? []));
  const offsets = new Set(properties.map(({ offset }) => offset));
  const removed = (object: Node): Node[] => (object.children ?? []).filter(({ offset }) => offsets.has(offset));
  return applyEdits(
    text,
    [...objects].flatMap((object) => removeFrom(text, object, removed(object))),
  );
}

/** The fix that takes an element out of its array. */
export function elementRemoval(text: string, element: Node, title: string): Fix {
  return { title, edits: () => (element.parent ? removeFrom(text, element.parent, [element]) : []) };
}
