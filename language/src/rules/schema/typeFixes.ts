import type { Node } from 'jsonc-parser';
import * as l10n from '@vscode/l10n';
import { replaceSpan } from '../../documents/edits/containerEdits.ts';
import { placeAt } from '../../documents/locate.ts';
import { typesOf, type JsonType } from '../../schema/jsonSchema.ts';
import { subschemaAt } from '../../schema/lookup.ts';
import { requiredProperties } from '../../schema/conditions.ts';
import type { CheckedDocument } from '../findings/checkedDocument.ts';
import type { Fix } from '../findings/finding.ts';
import { quotable } from '../findings/quotable.ts';
import { propertyRemoval } from '../fixes/removal.ts';
import { elementsAs } from './elementsAs.ts';
import type { Violation } from './violation.ts';

/** The ways to give a value its type: quotes put or taken, brackets around a single element, a null left out. */
export function typeFixes({ schema, value, path }: Violation, document: CheckedDocument): Fix[] {
  const types = typesOf(schema);
  const [only] = value.type === 'array' && value.children?.length === 1 ? value.children : [];
  const converted = types
    .map(
      (type) =>
        (type === 'array' ? elementsAs(value, schema, document) : undefined) ??
        textAs(type, value, document.text) ??
        (only && isOfType(only, type) ? sourceOf(only, document.text) : undefined),
    )
    .find((text) => text !== undefined);
  if (converted !== undefined) {
    return [
      {
        title:
          schema['x-secret'] === true ? l10n.t('Add double quotes') : l10n.t('Replace with {0}', quotable(converted)),
        edits: () => [replaceSpan(value, converted)],
        isPreferred: true,
        isSafe: value.type !== 'array' && value.type !== 'object',
      },
    ];
  }
  const name = path.at(-1);
  const property = document.tree && placeAt(document.tree, path)?.property;
  const isRequired = requiredProperties(path.slice(0, -1), document.intended).has(String(name));
  return value.type === 'null' && property && !isRequired && subschemaAt(path) !== undefined
    ? [{ ...propertyRemoval(document.text, property), isPreferred: true }]
    : [];
}

/** The text of a value as another type; `undefined` where that isn't the same value. */
function textAs(type: JsonType, node: Node, source: string): string | undefined {
  const { type: actual } = node;
  const value: unknown = node.value;
  const text = typeof value === 'string' ? value.trim() : undefined;
  switch (type) {
    case 'string':
      return actual === 'number' || actual === 'boolean' ? JSON.stringify(sourceOf(node, source)) : undefined;
    case 'integer':
      return text !== undefined && /^-?(?:0|[1-9]\d*)$/.test(text) ? text : undefined;
    case 'boolean':
      return booleans.get(text?.toLowerCase() ?? JSON.stringify(value));
    case 'array':
      return actual === 'string' || actual === 'object' ? `[${sourceOf(node, source)}]` : undefined;
    default:
      return undefined;
  }
}

function isOfType({ type: actual, value }: Node, type: JsonType): boolean {
  return actual === type || (type === 'integer' && Number.isInteger(value));
}

function sourceOf({ offset, length }: Node, source: string): string {
  return source.slice(offset, offset + length);
}

const booleans: ReadonlyMap<string, string> = new Map([
  ['true', 'true'],
  ['false', 'false'],
  ['yes', 'true'],
  ['no', 'false'],
  ['1', 'true'],
  ['0', 'false'],
]);
