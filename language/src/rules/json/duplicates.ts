import type { Node } from 'jsonc-parser';
import * as l10n from '@vscode/l10n';
import { memberNodes, type Member } from '../../documents/locate.ts';
import { LazyNode } from '../../documents/fast/lazyTree.ts';
import type { ParsedDocument } from '../../documents/parse.ts';
import { isSameValue } from '../../documents/value.ts';
import { hasComment } from '../comments.ts';
import type { Finding } from '../finding.ts';
import { memberRemoval } from '../removal.ts';

/** Members with the same name in one object: each but the last, whose value counts. */
export function duplicateFindings(tree: Node, parsed: ParsedDocument): Finding[] {
  // The tree of a text that is JSON without a mistake has none.
  if (tree instanceof LazyNode) return [];
  const own = tree.type === 'object' ? within(tree, parsed) : [];
  // A spread of so many arguments would overflow the stack.
  return own.concat((tree.children ?? []).flatMap((child) => duplicateFindings(child, parsed)));
}

function within(object: Node, parsed: ParsedDocument): Finding[] {
  const members = memberNodes(object);
  const last = new Map(members.map((member) => [member.name, member]));
  if (last.size === members.length) return [];
  return members.flatMap((member) => {
    const effective = last.get(member.name);
    return effective === undefined || effective === member ? [] : [duplicate(member, effective, parsed)];
  });
}

function duplicate({ name, key, property, value }: Member, effective: Member, parsed: ParsedDocument): Finding {
  const { text } = parsed;
  return {
    code: 'duplicate-member',
    message: l10n.t('"{0}" stands in this object again further down, and only the last one counts.', name),
    span: key,
    isUnnecessary: true,
    related: [{ message: l10n.t('This one counts.'), at: effective.key }],
    fixes: [
      {
        ...memberRemoval(text, property),
        isPreferred: true,
        isSafe: isSameValue(value, effective.value) && !hasComment(parsed, property),
      },
      { ...memberRemoval(text, effective.property), title: l10n.t('Remove the last "{0}"', name) },
    ],
  };
}
