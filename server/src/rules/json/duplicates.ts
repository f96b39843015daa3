import type { Node } from 'jsonc-parser';
import * as l10n from '@vscode/l10n';
import { memberNodes, type Member } from '../../documents/locate.ts';
import { isSameValue } from '../../documents/value.ts';
import type { Finding } from '../finding.ts';
import { memberRemoval } from '../removal.ts';

/** Members with the same name in one object: each but the last, whose value counts. */
export function duplicateFindings(tree: Node, text: string): Finding[] {
  const own = tree.type === 'object' ? within(tree, text) : [];
  // A spread of so many arguments would overflow the stack.
  return own.concat((tree.children ?? []).flatMap((child) => duplicateFindings(child, text)));
}

function within(object: Node, text: string): Finding[] {
  const members = memberNodes(object);
  const last = new Map(members.map((member) => [member.name, member]));
  if (last.size === members.length) return [];
  return members.flatMap((member) => {
    const effective = last.get(member.name);
    return effective === undefined || effective === member ? [] : [duplicate(member, effective, text)];
  });
}

function duplicate({ name, key, property, value }: Member, effective: Member, text: string): Finding {
  return {
    code: 'duplicate-member',
    message: l10n.t('"{0}" stands in this object again further down, and only the last one counts.', name),
    span: key,
    isUnnecessary: true,
    related: [{ message: l10n.t('This one counts.'), at: effective.key }],
    fixes: [
      { ...memberRemoval(text, property), isPreferred: true, isSafe: isSameValue(value, effective.value) },
      { ...memberRemoval(text, effective.property), title: l10n.t('Remove the last "{0}"', name) },
    ],
  };
}
