import type { Node } from 'jsonc-parser';

/** Whether two trees have the same names and values in the same order, wherever these are in their texts. */
export function areSameTrees(left: Node | undefined, right: Node | undefined): boolean {
  if (left === undefined || right === undefined) return left === right;
  const [children, others] = [left.children ?? [], right.children ?? []];
  return (
    left.type === right.type &&
    left.value === right.value &&
    children.length === others.length &&
    children.every((child, index) => areSameTrees(child, others[index]))
  );
}
