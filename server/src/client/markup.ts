import { MarkupContent, MarkupKind, type CompletionItem, type Hover } from 'vscode-languageserver-types';

/** Returns a hover without Markdown. */
export function plainTextHover(hover: Hover | null): Hover | null {
  return hover && MarkupContent.is(hover.contents) ? { ...hover, contents: plainTextContent(hover.contents) } : hover;
}

/** Returns a completion item without Markdown. */
export function plainTextItem(item: CompletionItem): CompletionItem {
  const { documentation } = item;
  return MarkupContent.is(documentation) ? { ...item, documentation: plainTextContent(documentation) } : item;
}

function plainTextContent({ value }: MarkupContent): MarkupContent {
  return { kind: MarkupKind.PlainText, value: plainText(value) };
}

/** Returns Markdown as a person would type it without: `**a**` as a, code without backquotes, a link with its URL behind it. */
export function plainText(markdown: string): string {
  return markdown
    .replaceAll(
      /`([^`\n]*)`|\[([^\]\n]*)\]\(([^)\n]*)\)|\*\*|\\([^\w\s])|\n\n---(?=\n)| +$/gm,
      (_, code?: string, label?: string, url?: string, escaped?: string) =>
        code ?? escaped ?? (label === undefined ? '' : `${label} (${url ?? ''})`),
    )
    .trim();
}
