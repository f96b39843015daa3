import { randomBytes } from 'node:crypto';
import type { Editor } from '../harness/editor.ts';
import type { ShownTexts } from '../harness/shownTexts.ts';
import { storedInBrowser, storedInFiles } from '../harness/storedTexts.ts';

/** A text that is found wherever it goes: letters and digits alone, so that nothing takes it apart. */
export function newMark(): string {
  return `canary${randomBytes(16).toString('hex')}`;
}

/** A place where a mark was found, and what is around it there. */
export interface Found {
  /** `shown`, `shown in <document>`, `clipboard`, or where something is stored. */
  readonly place: string;
  readonly excerpt: string;
}

/** Looks marks up in everything that an editor has shown, copied and stored. */
export type Search = (mark: string) => Promise<readonly Found[]>;

/**
 * Reads what the editor and the workspace store now, and makes the search.
 * @param copied the texts that were copied
 */
export async function searchOf(
  editor: Editor,
  shown: ShownTexts,
  copied: readonly string[],
  workspaceFolder: string,
): Promise<Search> {
  const stored = [
    ...copied.map((text) => ({ place: 'clipboard', content: Buffer.from(text) })),
    ...(await storedInBrowser(editor.page)),
    ...(await storedInFiles(editor.profileFolder)),
    ...(await storedInFiles(workspaceFolder)).map(({ place, content }) => ({ place: `workspace ${place}`, content })),
  ];
  return async (mark) => {
    const found: Found[] = [];
    for (const form of formsOf(mark)) {
      for (const { document, text } of await shown.containing(form)) {
        const place = document === '' ? 'shown' : `shown in ${document}`;
        found.push({ place, excerpt: around(text, text.indexOf(form), form.length) });
      }
      for (const { place, content } of stored) {
        const bytes = [Buffer.from(form), Buffer.from(form, 'utf16le')].find((one) => content.includes(one));
        if (bytes === undefined) continue;
        found.push({ place, excerpt: around(content.toString('latin1'), content.indexOf(bytes), bytes.length) });
      }
    }
    return found;
  };
}

/** How a mark can be written: unchanged, in a URL, and in Base64 behind none, one or two other bytes. */
function formsOf(mark: string): string[] {
  const bytes = Buffer.from(mark);
  const base64 = [0, 1, 2].map((before) => {
    const encoded = Buffer.concat([Buffer.alloc(before), bytes]).toString('base64');
    // The characters at both ends have a part of what is beside the mark.
    return encoded.slice(before === 0 ? 0 : before + 1, Math.floor(((before + bytes.length) * 8) / 6));
  });
  return [...new Set([mark, encodeURIComponent(mark), ...base64])];
}

function around(text: string, at: number, length: number): string {
  return text.slice(Math.max(0, at - 60), at + length + 20);
}
