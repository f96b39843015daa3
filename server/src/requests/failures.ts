import type { Connection } from 'vscode-languageserver';
import { describeFailure } from '../../../language/src/failures/describeFailure.ts';
import { LogMessageNotification, MessageType } from '../lsp.ts';

/** Writes a failure of the server into the client's log: where it happened, but not its message, which can quote a document. */
export function logFailure(connection: Connection, method: string, error: unknown): void {
  const message = `${method}: ${describeFailure(error)}`;
  // Nothing is left to do when the client is gone.
  connection.sendNotification(LogMessageNotification.type, { type: MessageType.Error, message }).catch(() => undefined);
}
