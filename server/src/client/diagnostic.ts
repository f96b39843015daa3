import type { Diagnostic } from 'vscode-languageserver-types';
import type { DiagnosticCapabilities } from './capabilities.ts';

/** Returns a diagnostic without the properties that a client can't show. */
export function diagnosticFor(
  { relatedInformation, codeDescription, tags, ...diagnostic }: Diagnostic,
  client: DiagnosticCapabilities,
): Diagnostic {
  const shownTags = tags?.filter((tag) => client.tags.includes(tag)) ?? [];
  return {
    ...diagnostic,
    ...(codeDescription && client.codeDescription && { codeDescription }),
    ...(shownTags.length > 0 && { tags: shownTags }),
    ...(relatedInformation && client.relatedInformation && { relatedInformation }),
  };
}
