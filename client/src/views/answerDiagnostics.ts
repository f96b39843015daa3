import * as l10n from '@vscode/l10n';
import {
  Diagnostic,
  DiagnosticSeverity,
  languages,
  Range,
  Uri,
  workspace,
  type Disposable,
  type TextDocument,
  type TextDocumentChangeEvent,
} from 'vscode';
import type { Span } from '../../../language/src/documents/range.ts';
import { afterEdit, answerPlaces, propertyOf } from '../failures/answerPlaces.ts';
import { errorCode } from '../failures/errorCodes.ts';
import { quoted } from '../failures/quoted.ts';
import type { DocumentAnswer, DocumentAnswers, NamedPlaces } from '../environment.ts';
import { joinSentences } from '../../../language/src/joining.ts';

/** As much of the service's message is shown in a diagnostic, in characters. */
const longestMessage = 1000;

interface ShownAnswer {
  readonly answer: DocumentAnswer;
  readonly places: readonly Span[];
}

/**
 * What the service reported about documents, as diagnostics if it names a property or a value, until the next edit
 * there.
 */
export class AnswerDiagnostics implements DocumentAnswers, Disposable {
  readonly #diagnostics = languages.createDiagnosticCollection('LakeFormation');
  readonly #shown = new Map<string, ShownAnswer>();
  readonly #registrations: readonly Disposable[];

  constructor() {
    this.#registrations = [
      workspace.onDidChangeTextDocument((change) => this.#afterChange(change)),
      workspace.onDidCloseTextDocument(({ uri }) => this.clear(uri.toString())),
    ];
  }

  show(uri: string, answer: DocumentAnswer): NamedPlaces {
    const document = workspace.textDocuments.find((candidate) => candidate.uri.toString() === uri);
    if (document === undefined) return { places: 0 };
    const places = answerPlaces(answer.body.message ?? '', document.getText());
    this.#set(document, { answer, places });
    return { places: places.length, property: propertyOf(places, document.getText()) };
  }

  clear(uri: string): void {
    this.#shown.delete(uri);
    this.#diagnostics.delete(Uri.parse(uri, true));
  }

  dispose(): void {
    for (const registration of this.#registrations) registration.dispose();
    this.#diagnostics.dispose();
  }

  #afterChange({ document, contentChanges }: TextDocumentChangeEvent): void {
    const shown = this.#shown.get(document.uri.toString());
    if (shown === undefined) return;
    // The editor reports changes of one edit from the last to the first, so each keeps the offsets of the next.
    const places = contentChanges.reduce<readonly Span[]>(
      (left, { rangeOffset, rangeLength, text }) =>
        afterEdit(left, { offset: rangeOffset, length: rangeLength, inserted: text.length }),
      shown.places,
    );
    this.#set(document, { ...shown, places });
  }

  #set(document: TextDocument, shown: ShownAnswer): void {
    if (shown.places.length === 0) {
      this.clear(document.uri.toString());
      return;
    }
    this.#shown.set(document.uri.toString(), shown);
    this.#diagnostics.set(
      document.uri,
      shown.places.map((place) => diagnosticOf(document, place, shown.answer)),
    );
  }
}

function diagnosticOf(
  document: TextDocument,
  { offset, length }: Span,
  { body, requestId }: DocumentAnswer,
): Diagnostic {
  const range = new Range(document.positionAt(offset), document.positionAt(offset + length));
  const known = errorCode(body.code);
  const sentences = [
    l10n.t('The service reported: {0}.', quoted(body.message ?? '', longestMessage)),
    known?.sentence,
    requestId === undefined ? undefined : l10n.t('Request ID: {0}.', requestId),
  ];
  const diagnostic = new Diagnostic(range, joinSentences(...sentences), DiagnosticSeverity.Error);
  diagnostic.source = 'LakeFormation';
  if (body.code !== undefined) {
    diagnostic.code = known ? { value: body.code, target: Uri.parse(known.page) } : body.code;
  }
  return diagnostic;
}
