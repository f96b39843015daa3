/**
 * Returns the text of a Markdown document: each heading, paragraph, list item, and table row, without code blocks, comments,
 * and the markers of headings and list items.
 */
export function markdownBlocks(markdown: string): string[] {
  const blocks: string[] = [];
  let isOpen = false;
  for (const line of markdown
    .replace(/^```[\s\S]*?^```$/gm, '')
    .replace(/<!--[\s\S]*?-->/g, '')
    .split('\n')) {
    const text = line.trim();
    const marker = /^(?:#+|[-*]|\d+\.) +|^(?=\|)/.exec(text)?.[0];
    if (text === '' || /^[|\s:-]+$/.test(text)) {
      isOpen = false;
    } else if (marker !== undefined || !isOpen) {
      blocks.push(text.slice(marker?.length ?? 0));
      isOpen = !/^[#|]/.test(text);
    } else {
      blocks.push(`${blocks.pop() ?? ''} ${text}`);
    }
  }
  return blocks;
}
