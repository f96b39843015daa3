import * as l10n from '@vscode/l10n';
import {
  EventEmitter,
  Position,
  Range,
  Selection,
  TextEditorRevealType,
  Uri,
  window,
  workspace,
  type Disposable,
  type TextDocumentContentProvider,
  type TextEditor,
} from 'vscode';
import { jsonValue } from '../../../language/src/documents/parse.ts';
import { childValue } from '../../../language/src/documents/value.ts';
import type { Subscription } from '../auth/sessions.ts';
import type { SignInServices } from '../auth/signInServices.ts';
import { withCredential } from '../auth/withCredential.ts';
import { logScheme } from '../editor/documents.ts';
import { failureSentence } from '../failures/failureSentence.ts';
import { LogFollower } from '../jobs/log/logFollower.ts';
import { LogReader, type ReadLogServices } from '../jobs/log/readLog.ts';
import { readWithProgress } from '../prompts/readWithProgress.ts';
import type { Services } from '../services.ts';
import type { JobReference } from '../watch/jobReference.ts';
import { reportPausedWatch } from '../watch/reportPausedWatch.ts';

type JobLogsServices = SignInServices &
  ReadLogServices &
  Pick<Services, 'acceptedCredential' | 'jobWatch' | 'sessions' | 'usableConnections'>;

/** A log that has a document. */
interface OpenLog {
  readonly follower: LogFollower;
  readonly reader: LogReader;
}

/** The logs of jobs as read-only documents, which grow while the jobs run. */
export class JobLogs implements TextDocumentContentProvider, Disposable {
  readonly #services: JobLogsServices;
  readonly #logs = new Map<string, OpenLog>();
  /** The last lines of logs that are about to grow, by the editors that show them. */
  readonly #lastLines = new Map<TextEditor, number>();
  readonly #changed = new EventEmitter<Uri>();
  readonly #registrations: readonly Subscription[];
  readonly onDidChange = this.#changed.event;

  constructor(services: JobLogsServices) {
    this.#services = services;
    this.#registrations = [
      workspace.registerTextDocumentContentProvider(logScheme, this),
      window.onDidChangeVisibleTextEditors(() => this.#updateShown()),
      window.onDidChangeWindowState(() => this.#updateShown()),
      workspace.onDidChangeTextDocument(({ document }) => this.#revealEnd(document.uri)),
      workspace.onDidCloseTextDocument(({ uri }) => this.#close(uri)),
      services.sessions.onDidChange(() => {
        for (const { follower } of this.#logs.values()) void follower.refresh();
      }),
    ];
  }

  /** Opens the log of a job at its end, after signing in where that is needed. */
  async show(reference: JobReference): Promise<void> {
    const { prompts } = this.#services;
    const uri = uriOf(reference);
    const open = this.#open(uri, reference);
    const title = l10n.t('Reading the log of "{0}"…', reference.name);
    const result = await withCredential(this.#services, reference.connection, async (credential) =>
      readWithProgress(prompts, title, async (retry) =>
        open.follower.put(await open.reader.read(reference, credential, retry)),
      ),
    );
    if (result.kind === 'failed' && result.failure.kind !== 'canceled') {
      await prompts.error(failureSentence(result.failure, reference.connection, { action: 'show' }));
    }
    if (result.kind !== 'completed') {
      if (!isOpen(uri)) this.#close(uri);
      return;
    }
    const editor = await window.showTextDocument(await workspace.openTextDocument(uri), { preview: false });
    revealEnd(editor);
    this.#updateShown();
  }

  /** A log with a document that was opened by the editor itself, such as after a restart, is read when it is shown. */
  provideTextDocumentContent(uri: Uri): string {
    const known = this.#logs.get(uri.toString());
    if (known) return known.follower.text;
    const reference = this.jobOf(uri);
    if (reference === undefined) return `${l10n.t('The connection of this log was removed or can’t be used.')}\n`;
    return this.#open(uri, reference).follower.text;
  }

  dispose(): void {
    for (const registration of this.#registrations) registration.dispose();
    for (const { follower } of this.#logs.values()) follower.dispose();
    this.#changed.dispose();
  }

  #open(uri: Uri, reference: JobReference): OpenLog {
    const known = this.#logs.get(uri.toString());
    if (known) return known;
    const { acceptedCredential, jobWatch, schedule } = this.#services;
    const reader = new LogReader(this.#services);
    const follower = new LogFollower(reference, {
      jobWatch,
      schedule,
      read: async ({ connection }, signal) => {
        const credential = await acceptedCredential(connection);
        return credential && reader.read(reference, credential, { signal });
      },
      onRefused: (failure) => void reportPausedWatch(this.#services, reference.connection, failure),
      onDidChange: () => this.#fire(uri),
    });
    const open = { follower, reader };
    this.#logs.set(uri.toString(), open);
    return open;
  }

  #close(uri: Uri): void {
    this.#logs.get(uri.toString())?.follower.dispose();
    this.#logs.delete(uri.toString());
  }

  /** Logs are followed while they are in sight, in the active window. */
  #updateShown(): void {
    const visible = new Set(window.visibleTextEditors.map(({ document }) => document.uri.toString()));
    for (const [uri, { follower }] of this.#logs) follower.setShown(window.state.focused && visible.has(uri));
  }

  #fire(uri: Uri): void {
    for (const editor of editorsOf(uri)) {
      const last = editor.document.lineCount - 1;
      if (showsLast(editor, last)) this.#lastLines.set(editor, last);
      else this.#lastLines.delete(editor);
    }
    this.#changed.fire(uri);
  }

  #revealEnd(uri: Uri): void {
    if (uri.scheme !== logScheme) return;
    for (const editor of editorsOf(uri)) {
      const last = this.#lastLines.get(editor);
      this.#lastLines.delete(editor);
      // The reader may have gone elsewhere since.
      if (last !== undefined && showsLast(editor, last)) revealEnd(editor, editor.selection.isEmpty);
    }
  }

  /** Returns the job of a log; `undefined` where its connection is gone. */
  jobOf({ query }: Uri): JobReference | undefined {
    const value = jsonValue(query);
    const [name, id, connectionName, type] = ['name', 'id', 'connection', 'type'].map((key) => {
      const text = childValue(value, key);
      return typeof text === 'string' ? text : '';
    });
    const connection = this.#services.usableConnections().find((one) => one.name === connectionName);
    return connection && id ? { connection, id, name: name ?? '', type: type ?? '' } : undefined;
  }
}

/** The same for a job each time: its log has one document. */
function uriOf({ connection, id, name, type }: JobReference): Uri {
  const query = JSON.stringify({ connection: connection.name, id, name, type });
  return Uri.from({ scheme: logScheme, path: `/${name.replace(/[/\\]/g, '_')}.log`, query });
}

function editorsOf(uri: Uri): readonly TextEditor[] {
  return window.visibleTextEditors.filter(({ document }) => document.uri.toString() === uri.toString());
}

function isOpen(uri: Uri): boolean {
  return workspace.textDocuments.some((document) => document.uri.toString() === uri.toString());
}

/** Whether an editor shows the last line of a log. That is empty: what ends before it has the end in sight, too. */
function showsLast({ visibleRanges }: TextEditor, last: number): boolean {
  return visibleRanges.some(({ end }) => end.line >= last - 1);
}

/** @param isMoved whether the cursor goes there, too */
function revealEnd(editor: TextEditor, isMoved = true): void {
  const end = new Position(editor.document.lineCount - 1, 0);
  if (isMoved) editor.selection = new Selection(end, end);
  editor.revealRange(new Range(end, end), TextEditorRevealType.Default);
}
