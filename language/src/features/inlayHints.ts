import * as l10n from '@vscode/l10n';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { InlayHint, Range } from 'vscode-languageserver-types';
import { placeAt, textOf } from '../documents/locate.ts';
import type { ParsedDocument } from '../documents/parse.ts';
import { isReferring } from '../documents/reference.ts';
import { withoutSlashes } from '../documents/slashes.ts';
import { completed, scheduleOf, schedulePath } from '../schedule/schedule.ts';
import { scheduleInWords } from '../schedule/words.ts';

/** What is shown behind values: the schedule in words, and which folders become tables. */
export function inlayHints(document: TextDocument, parsed: ParsedDocument, range: Range): InlayHint[] {
  const from = document.offsetAt(range.start);
  const to = document.offsetAt(range.end);
  return [scheduleHint(parsed), depthHint(parsed)].flatMap((hint) =>
    hint && from <= hint.offset && hint.offset <= to
      ? [{ position: document.positionAt(hint.offset), label: hint.label, paddingLeft: true }]
      : [],
  );
}

interface Hint {
  readonly offset: number;
  readonly label: string;
}

function scheduleHint({ tree, data }: ParsedDocument): Hint | undefined {
  const schedule = scheduleOf(data);
  const complete = schedule && completed(schedule);
  const place = tree && placeAt(tree, [...schedulePath, 'execute_frequency'])?.value;
  return complete && place && { offset: place.offset + place.length, label: scheduleInWords(complete) };
}

/** The example of the API reference in the document's own words: with depth 2 below obs://a/b, tables are two levels down. */
function depthHint({ tree }: ParsedDocument): Hint | undefined {
  const depth = tree && placeAt(tree, [...schedulePath, 'table_depth'])?.value;
  const location = textOf(tree && placeAt(tree, [...schedulePath, 'data_location'])?.value);
  const levels: unknown = depth?.value;
  if (depth === undefined || location === undefined || isReferring(location)) return undefined;
  if (!/^(?:obs|har):\/\/[^/]/.test(location)) return undefined;
  if (typeof levels !== 'number' || !Number.isInteger(levels) || levels < 1 || levels > 10) return undefined;
  const folders = [withoutSlashes(location), ...Array.from({ length: levels - 1 }, () => '*'), l10n.t('table')];
  return { offset: depth.offset + depth.length, label: folders.join('/') };
}
