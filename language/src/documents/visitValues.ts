import type { Node } from 'jsonc-parser';
import type { Path } from './locate.ts';

/** Where a value is: its property name or array index, and where the object or array around it is. */
export interface Step {
  readonly segment: string | number;
  readonly parent: Step | undefined;
}

/** What is called for the parts of a tree. A context is what a caller knows of a value from the properties around it. */
export interface ValueVisitor<Context> {
  /** Called for each property, also one without a value. Returns the context of its value. */
  readonly property?: (key: Node, context: Context, step: Step) => Context;
  /** Called for each string, number, Boolean, and null that is a value. */
  readonly scalar: (node: Node, context: Context, step: Step | undefined) => void;
}

/** Visits the properties and scalar values of a tree in the order of the text, those of duplicate properties too. */
export function visitValues<Context>(node: Node, context: Context, visitor: ValueVisitor<Context>, step?: Step): void {
  const { type, children = [] } = node;
  if (type === 'array') {
    children.forEach((element, index) => visitValues(element, context, visitor, { segment: index, parent: step }));
  } else if (type === 'object') {
    for (const { children: [key, value] = [] } of children) {
      if (key === undefined) continue;
      const inner = { segment: String(key.value), parent: step };
      const innerContext = visitor.property?.(key, context, inner) ?? context;
      if (value) visitValues(value, innerContext, visitor, inner);
    }
  } else visitor.scalar(node, context, step);
}

/** The path that ends with a step; empty for the root. */
export function pathTo(step: Step | undefined): Path {
  const path: (string | number)[] = [];
  for (let current = step; current !== undefined; current = current.parent) path.push(current.segment);
  return path.reverse();
}
