import { FoldingRangeKind, type FoldingRange } from 'vscode-languageserver-types';
import { foldsIn, type Fold } from '../documents/folds.ts';
import type { ParsedDocument } from '../documents/parse.ts';

/** The outermost are taken. Editors show no more: VS Code's `editor.foldingMaximumRegions`. */
const mostRanges = 5000;

/** What can be folded: blocks and comments, by their brackets and not by how the text is indented. */
export function foldingRanges({ text }: ParsedDocument): FoldingRange[] {
  return outermost(foldsIn(text)).map(({ startLine, endLine, isComment }) => ({
    startLine,
    endLine,
    ...(isComment && { kind: FoldingRangeKind.Comment }),
  }));
}

function outermost(folds: readonly Fold[]): readonly Fold[] {
  if (folds.length <= mostRanges) return folds;
  return [...folds].sort((left, right) => left.depth - right.depth).slice(0, mostRanges);
}
