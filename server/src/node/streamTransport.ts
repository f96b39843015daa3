import {
  ErrorCodes,
  StreamMessageReader,
  StreamMessageWriter,
  type MessageReader,
  type MessageWriter,
  type ResponseMessage,
} from 'vscode-languageserver/node';
import { Frames } from './frames.ts';

/** The answer to a body that isn't JSON, and so to an unknown request. */
const parseError: ResponseMessage = {
  jsonrpc: '2.0',
  id: null,
  error: { code: ErrorCodes.ParseError, message: 'The message is not valid JSON.' },
};

/**
 * Returns what reads and writes the messages of a client that is connected by streams. A body that isn't JSON is answered
 * with `ParseError`.
 * @param broken is called with the reason when no further message can be read
 */
export function streamTransport(
  input: NodeJS.ReadableStream,
  output: NodeJS.WritableStream,
  broken: (reason: string) => void,
): { readonly reader: MessageReader; readonly writer: MessageWriter } {
  const frames = new Frames();
  // Ahead of the reader, which waits forever in a broken stream.
  input.on('data', (bytes: Buffer) => {
    const reason = frames.read(bytes);
    if (reason !== undefined) broken(reason);
  });
  const reader = new StreamMessageReader(input);
  const writer = new StreamMessageWriter(output);
  reader.onError((error) => {
    // When the client is gone, its end follows.
    if (error instanceof SyntaxError) writer.write(parseError).catch(() => undefined);
  });
  return { reader, writer };
}
