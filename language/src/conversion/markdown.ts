import { jobTextOf } from './jobText.ts';
import type { OtherFormat } from './otherFormat.ts';

/**
 * Returns the job in the first fenced code block of a Markdown text that has one.
 * @param formatOf recognizes a command or the like in a code block
 */
export function markdownFence(
  text: string,
  formatOf: (text: string) => OtherFormat | undefined,
): OtherFormat | undefined {
  for (const block of codeBlocks(text)) {
    const inner = formatOf(block);
    if (inner) return { ...inner, kind: 'markdown' };
    const job = jobTextOf(block);
    if (job !== undefined) return { kind: 'markdown', job, hasCredential: false };
  }
  return undefined;
}

/** Only behind a fence of backticks, none may follow on its line (CommonMark, fenced code blocks). */
const openingFence = /^[ \t]*(?:`{3,}(?=[^`]*$)|~{3,})/;

function codeBlocks(text: string): string[] {
  const blocks: string[] = [];
  let block: string[] | undefined;
  let fence = '';
  for (const line of text.split(/\r?\n/)) {
    if (block === undefined) {
      fence = openingFence.exec(line)?.[0].trimStart() ?? '';
      if (fence !== '') block = [];
    } else if (line.trimStart().startsWith(fence)) {
      blocks.push(block.join('\n'));
      block = undefined;
    } else block.push(line);
  }
  // The last fence may not have been copied.
  return block ? [...blocks, block.join('\n')] : blocks;
}
