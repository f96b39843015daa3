import * as l10n from '@vscode/l10n';
import {
  DocumentDropOrPasteEditKind,
  DocumentPasteEdit,
  languages,
  Range,
  type DataTransfer,
  type Disposable,
  type DocumentPasteEditContext,
  type DocumentPasteEditProvider,
  type TextDocument,
} from 'vscode';
import { jobInText } from '../../../language/src/conversion/recognize.ts';
import { reportRemovedToken } from '../secrets/reportRemovedToken.ts';
import type { Prompts } from '../prompts/prompts.ts';

const plainText = 'text/plain';
const kind = DocumentDropOrPasteEditKind.Text.append('lakeformation');

/** A paste of the job in a text. */
interface JobPasteEdit extends DocumentPasteEdit {
  readonly hasCredential: boolean;
}

/**
 * Pastes only the job of a text that has one in another format, such as a cURL command, where the text would be the whole
 * document. It is converted here, so that a token in it doesn't get into the document.
 */
export class JobPaste implements DocumentPasteEditProvider<JobPasteEdit>, Disposable {
  readonly #prompts: Pick<Prompts, 'warn'>;
  readonly #registration: Disposable;

  constructor(prompts: Pick<Prompts, 'warn'>) {
    this.#prompts = prompts;
    this.#registration = languages.registerDocumentPasteEditProvider({ language: 'lfjob' }, this, {
      providedPasteEditKinds: [kind],
      pasteMimeTypes: [plainText],
    });
  }

  async provideDocumentPasteEdits(
    document: TextDocument,
    ranges: readonly Range[],
    data: DataTransfer,
    { only }: DocumentPasteEditContext,
  ): Promise<JobPasteEdit[]> {
    if (!isWhole(document, ranges) || (only !== undefined && !only.contains(kind))) return [];
    const found = await jobInText((await data.get(plainText)?.asString()) ?? '');
    if (found?.job === undefined) return [];
    const edit = new DocumentPasteEdit(found.job, l10n.t('Paste only the job'), kind);
    return [Object.assign(edit, { hasCredential: found.hasCredential })];
  }

  /** Is called for the edit that is made. */
  resolveDocumentPasteEdit(edit: JobPasteEdit): JobPasteEdit {
    if (edit.hasCredential) reportRemovedToken(this.#prompts);
    return edit;
  }

  dispose(): void {
    this.#registration.dispose();
  }
}

/** Whether nothing of a document is left when its ranges are replaced. */
function isWhole(document: TextDocument, ranges: readonly Range[]): boolean {
  const [range, ...others] = ranges;
  if (range === undefined || others.length > 0) return false;
  const end = document.lineAt(document.lineCount - 1).range.end;
  const rest = [new Range(0, 0, range.start.line, range.start.character), new Range(range.end, end)];
  return rest.every((part) => document.getText(part).trim() === '');
}
