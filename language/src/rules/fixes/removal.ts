import type { Node } from 'jsonc-parser';
import * as l10n from '@vscode/l10n';
import { applyEdits, difference } from '../../documents/edits/applyEdits.ts';
import { removeFrom } from '../../documents/edits/containerEdits.ts';
import { keyOf, pathOf, placeAt, type Path } from '../../documents/locate.ts';
import { parse } from '../../documents/parse.ts';
import type { Fix } from '../findings/finding.ts';
import { quotable, quotedList } from '../findings/quotable.ts';

/** The fix that takes a property out of its object. */
export function memberRemoval(text: string, property: Node): Fix {
  return propertiesRemoval(text, [property]);
}

/** The fix that takes properties out of their object. */
export function propertiesRemoval(text: string, properties: readonly Node[]): Fix {
  return {
    title: l10n.t('Remove {0}', quotedList(properties.map((property) => quotable(String(keyOf(property)?.value))))),
    edits: () => {
      const [only, ...others] = properties;
      if (only?.parent && others.length === 0) return removeFrom(text, only.parent, only);
      const edit = difference(text, withoutProperties(text, properties.map(pathOf)));
      return edit ? [edit] : [];
    },
  };
}

/** Returns a text without the properties at some paths. */
export function withoutProperties(text: string, paths: readonly Path[]): string {
  return paths.reduce((remaining, path) => {
    const { tree } = parse(remaining);
    const property = tree && placeAt(tree, path)?.property;
    return property?.parent ? applyEdits(remaining, removeFrom(remaining, property.parent, property)) : remaining;
  }, text);
}

/** The fix that takes an element out of its array. */
export function elementRemoval(text: string, element: Node, title: string): Fix {
  return { title, edits: () => (element.parent ? removeFrom(text, element.parent, element) : []) };
}
