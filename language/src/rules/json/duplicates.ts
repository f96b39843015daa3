import type { Node } from 'jsonc-parser';
import * as l10n from '@vscode/l10n';
import { memberNodes, type Member } from '../../documents/locate.ts';
import { LazyNode } from '../../documents/fast/lazyTree.ts';
import type { ParsedDocument } from '../../documents/parse.ts';
import { nodeValue } from '../../documents/value.ts';
import { hasComment } from '../fixes/comments.ts';
import type { Finding } from '../findings/finding.ts';
import { quotable } from '../findings/quotable.ts';
import { memberRemoval } from '../fixes/removal.ts';

/** Members with the same name in one object: each but the last, whose value counts. */
export function duplicateFindings(parsed: ParsedDocument): Finding[] {
  const { tree } = parsed;
  // The tree of a text that is JSON without a mistake has none.
  return tree === undefined || tree instanceof LazyNode ? [] : within(tree, parsed);
}

function within(node: Node, parsed: ParsedDocument): Finding[] {
  const own = node.type === 'object' ? ofObject(node, parsed) : [];
  // A spread of so many arguments would overflow the stack.
  return own.concat((node.children ?? []).flatMap((child) => within(child, parsed)));
}

function ofObject(object: Node, parsed: ParsedDocument): Finding[] {
  const members = memberNodes(object);
  const last = new Map(members.map((member) => [member.name, { member, isSame: comparisonWith(member.value) }]));
  if (last.size === members.length) return [];
  return members.flatMap((member) => {
    const effective = last.get(member.name);
    return effective === undefined || effective.member === member ? [] : [duplicate(member, effective, parsed)];
  });
}

/** The property whose value counts, and whether another one has the same value. */
interface Effective {
  readonly member: Member;
  readonly isSame: (value: Node) => boolean;
}

function duplicate({ name, key, property, value }: Member, effective: Effective, parsed: ParsedDocument): Finding {
  const { text } = parsed;
  const { member, isSame } = effective;
  return {
    code: 'duplicate-member',
    message: () =>
      l10n.t('"{0}" stands in this object again further down, and only the last one counts.', quotable(name)),
    span: key,
    isUnnecessary: true,
    related: () => [{ message: l10n.t('This one counts.'), at: member.key }],
    fixes: () => [
      {
        ...memberRemoval(text, property),
        isPreferred: true,
        isSafe: isSame(value) && !hasComment(parsed, property),
      },
      { ...memberRemoval(text, member.property), title: l10n.t('Remove the last "{0}"', quotable(name)) },
    ],
  };
}

/** Compares values with one that is read once, however many there are. */
function comparisonWith(value: Node): (other: Node) => boolean {
  let known: string | undefined;
  return (other) => (known ??= JSON.stringify(nodeValue(value))) === JSON.stringify(nodeValue(other));
}
