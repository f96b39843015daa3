import * as l10n from '@vscode/l10n';
import { CompletionItemKind, type CompletionItem } from 'vscode-languageserver-types';
import { referencePlacesIn, referenceTo, type ReferencePlace } from '../../documents/reference.ts';
import type { InsertionText } from '../../documents/edits/snippet.ts';
import { typesOf, type JsonSchema } from '../../schema/jsonSchema.ts';
import { canRefer } from '../../secrets/jobReferences.ts';
import { presetName } from '../../secrets/presetName.ts';
import type { CompletionContext } from './context.ts';
import { insertion, order } from './item.ts';
import type { ItemData } from './resolve.ts';

/** Behind the values. */
const group = 1;

/** As many names in use are offered: each suggestion repeats the string that it is inserted into. */
const mostInUse = 200;

/** In a longer string, in UTF-16 code units, nothing is offered: the longest valid one has 4,000 characters. */
const longestString = 10_000;

/**
 * References to values that are kept elsewhere: in place of a secret, and in any text in which one is begun. First the
 * secrets that are stored, then those in open jobs, then one of each kind to name.
 */
export function referenceSuggestions(context: CompletionContext, schema: JsonSchema): CompletionItem[] {
  const isSecret = schema['x-secret'] === true;
  const place = begun(context) ?? (isSecret ? { before: '"', after: '"', typed: '"' } : undefined);
  if (place === undefined || !typesOf(schema).includes('string') || !canRefer(context.cursor.path)) return [];
  const stored = (context.environment.secretNames ?? []).map((name) => ({
    ...suggestion('secret', name, false),
    detail: l10n.t('stored secret'),
  }));
  const inUse = namesInUse(context)
    .map(({ kind, name }) => suggestion(kind, name, false))
    .filter(({ label }) => !stored.some((known) => known.label === label));
  const known = [...stored, ...inUse];
  const name = presetName(String(context.cursor.path.findLast((segment) => typeof segment === 'string')), schema);
  const toName = [suggestion('secret', name, true), suggestion('env', name, true)].filter(
    ({ label }) => !known.some((other) => other.label === label),
  );
  return [...known, ...toName].map(({ label, detail, write }, index) => {
    const data: ItemData = { path: context.cursor.path };
    return {
      ...insertion(context, {
        label,
        filterText: place.typed + label,
        write: (text) => text.literal(place.before) + write(text) + text.literal(place.after),
      }),
      kind: CompletionItemKind.Reference,
      detail,
      labelDetails: { description: detail },
      sortText: order(group, index),
      data,
    };
  });
}

interface Place {
  /** What stays of the text before and behind the reference, with its quotes. */
  readonly before: string;
  readonly after: string;
  /** What was typed before the reference. */
  readonly typed: string;
}

/** The reference that is begun before the cursor, in a text; `undefined` where there is none. */
function begun({ document, cursor: { start, end }, offset }: CompletionContext): Place | undefined {
  if (end - start > longestString) return undefined;
  const source = document.getText();
  const [, before, rest] = /^(.*?(?:^|[^$])(?:\$\$)*)(\$(?:\{[\w:.-]*)?)$/s.exec(source.slice(start, offset)) ?? [];
  if (before === undefined || rest === undefined || source[offset] === '$') return undefined;
  // What is left of the same reference behind the cursor goes with it.
  const behind = source.slice(offset, end).replace(/^\{?[\w:.-]*\}?/, '');
  const quoted = before.startsWith('"');
  return {
    before: quoted ? before : `"${before}`,
    after: behind.endsWith('"') ? behind : `${behind}"`,
    typed: before,
  };
}

function suggestion(
  kind: 'secret' | 'env',
  name: string,
  isToName: boolean,
): {
  readonly label: string;
  readonly detail: string;
  readonly write: (text: InsertionText) => string;
} {
  return {
    label: referenceTo(kind, name),
    detail: kind === 'secret' ? l10n.t('secret in the secret storage') : l10n.t('environment variable'),
    write: (text) =>
      text.literal(`\${${kind}:`) + (isToName ? text.placeholder(name) : text.literal(name)) + text.literal('}'),
  };
}

/** Returns the first references of the open jobs, each once, without the one that is being typed. */
function namesInUse({ document, environment, offset }: CompletionContext): { kind: 'secret' | 'env'; name: string }[] {
  const isTyped = (place: ReferencePlace): boolean => place.offset < offset && offset < place.offset + place.length;
  const places = [
    ...referencePlacesIn(document.getText()).filter((place) => !isTyped(place)),
    ...Array.from(environment.otherTexts(), referencePlacesIn).flat(),
  ];
  const seen = new Set<string>();
  return places.flatMap(({ kind, name }) => {
    const key = `${kind}:${name}`;
    if ((kind !== 'secret' && kind !== 'env') || seen.has(key) || seen.size === mostInUse) return [];
    seen.add(key);
    return [{ kind, name }];
  });
}
