import type { Node } from 'jsonc-parser';
import { indentationAt, indented } from '../../documents/indentation.ts';
import { propertyNodes, textOf } from '../../documents/locate.ts';
import type { ParsedDocument } from '../../documents/parse.ts';
import type { JsonSchema } from '../../schema/jsonSchema.ts';
import { elementSchema } from '../../schema/lookup.ts';
import { hasComment } from '../fixes/comments.ts';

/** The longest text that is read as a list: no enumeration has as many values. */
const longestList = 500;

/**
 * Returns the array that a list in one string stands for, `"DATABASE,TABLE"`, or an object with an element's two values as
 * name and value, `{ "file:/": "obs://lake/files" }`. `undefined` for any other value.
 */
export function elementsAs(value: Node, schema: JsonSchema, document: ParsedDocument): string | undefined {
  const element = elementSchema(schema);
  if (element === undefined || hasComment(document, value)) return undefined;
  return value.type === 'object'
    ? elementsOfMap(value, element, document.text)
    : elementsOfList(textOf(value), element);
}

function elementsOfList(text: string | undefined, { enum: values }: JsonSchema): string | undefined {
  if (text === undefined || text.length > longestList || values === undefined) return undefined;
  const words = text.split(/[\s,;|]+/).filter((word) => word !== '');
  const isList = words.length > 1 && new Set(words).size === words.length;
  return isList && words.every((word) => values.includes(word))
    ? `[${words.map((word) => JSON.stringify(word)).join(', ')}]`
    : undefined;
}

function elementsOfMap(map: Node, { required = [] }: JsonSchema, source: string): string | undefined {
  const [name, target, ...others] = required;
  const properties = propertyNodes(map);
  const isMap =
    properties.length > 0 &&
    properties.length === map.children?.length &&
    properties.every(({ value, name: written }) => value.type === 'string' && !required.includes(written));
  if (name === undefined || target === undefined || others.length > 0 || !isMap) return undefined;
  const outer = indentationAt(source, map.offset);
  const inner = indented(outer);
  const lines = properties.map(({ key, value }) => {
    const [from, to] = [key, value].map(({ offset, length }) => source.slice(offset, offset + length));
    return `${inner.lineBreak}${inner.current}{ "${name}": ${from ?? ''}, "${target}": ${to ?? ''} }`;
  });
  return `[${lines.join(',')}${outer.lineBreak}${outer.current}]`;
}
