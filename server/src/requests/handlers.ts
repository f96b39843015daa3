import type { Connection, Disposable, RequestType, TextDocuments } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { ParsedDocument } from '../../../language/src/documents/parse.ts';
import { CancellationToken, ErrorCodes, ResponseError } from '../lsp.ts';
import type { ParsedDocuments } from '../state/parsedDocuments.ts';
import { logFailure } from './failures.ts';
import type { ParamsGuard } from './params.ts';
import type { RequestQueue } from './queue.ts';

interface DocumentParams {
  readonly textDocument: { readonly uri: string };
}

/** What a failed request is answered with if no answer would be true. The log has more details. */
export const internalError = new ResponseError(
  ErrorCodes.InternalError,
  'The request failed. See the log for details.',
);

/** A request about so many characters takes less time than finding out whether it was canceled. */
const quicklyHandled = 10_000;

/**
 * Registers what answers the client's requests. Every request is checked for its parameters, waits for its turn, is dropped
 * when it was canceled, and is answered even if its handler fails.
 */
export class RequestHandlers {
  readonly #connection: Connection;
  readonly #documents: Pick<TextDocuments<TextDocument>, 'get'>;
  readonly #parsed: ParsedDocuments;
  readonly #queue: RequestQueue;

  constructor(
    connection: Connection,
    documents: Pick<TextDocuments<TextDocument>, 'get'>,
    parsed: ParsedDocuments,
    queue: RequestQueue,
  ) {
    this.#connection = connection;
    this.#documents = documents;
    this.#parsed = parsed;
    this.#queue = queue;
  }

  /** Answers a request. @param ready resolves when the handler can run; until then, the request keeps no other one waiting */
  on<Params, Result, Data>(
    type: RequestType<Params, Result, Data>,
    isParams: ParamsGuard<NoInfer<Params>>,
    handler: (params: Params) => Result | Promise<Result>,
    ready?: () => Promise<void>,
  ): Disposable {
    return this.#answer(
      type,
      isParams,
      async (params, token) => {
        await this.#queue.checkCanceled(token);
        return handler(params);
      },
      internalError,
      ready,
    );
  }

  /** Answers a request about an open document. @param fallback the answer if it isn't open, or the handler throws */
  onDocument<Params extends DocumentParams, Result, Data>(
    type: RequestType<Params, Result, Data>,
    isParams: ParamsGuard<NoInfer<Params>>,
    handler: (document: TextDocument, params: Params) => NoInfer<Result>,
    fallback: NoInfer<Result>,
  ): Disposable {
    return this.#answer(
      type,
      isParams,
      async (params, token) => {
        const document = await this.#document(params, token);
        return document ? handler(document, params) : fallback;
      },
      fallback,
    );
  }

  /**
   * Answers a request about an open document that is parsed for it.
   * @param fallback the answer if the document isn't open
   * @param failed the answer if the handler throws
   */
  onParsed<Params extends DocumentParams, Result, Data>(
    type: RequestType<Params, Result, Data>,
    isParams: ParamsGuard<NoInfer<Params>>,
    handler: (
      document: TextDocument,
      parsed: ParsedDocument,
      params: Params,
      token: CancellationToken,
    ) => NoInfer<Result> | Promise<NoInfer<Result>>,
    fallback: NoInfer<Result>,
    failed: NoInfer<Result> | ResponseError = fallback,
  ): Disposable {
    return this.#answer(
      type,
      isParams,
      async (params, token) => {
        let document = await this.#document(params, token);
        if (document && this.#parsed.known(document) === undefined) {
          this.#parsed.get(document);
          document = await this.#document(params, token);
        }
        return document ? handler(document, this.#parsed.get(document), params, token) : fallback;
      },
      failed,
    );
  }

  /** Makes a listener that logs what `listener` throws. */
  listener<Event>(name: string, listener: (event: Event) => void): (event: Event) => void {
    return (event) => {
      try {
        listener(event);
      } catch (error) {
        logFailure(this.#connection, name, error);
      }
    };
  }

  /** Handles a notification of ours, with any parameters. */
  onNotification(method: string, handler: (params: unknown) => void): Disposable {
    return this.#connection.onNotification(method, this.listener(method, handler));
  }

  #answer<Params, Result, Data>(
    type: RequestType<Params, Result, Data>,
    isParams: ParamsGuard<NoInfer<Params>>,
    handler: (params: Params, token: CancellationToken) => Promise<Result>,
    failed: Result | ResponseError,
    ready?: () => Promise<void>,
  ): Disposable {
    return this.#connection.onRequest<unknown, unknown>(type.method, async (params: unknown, token: unknown) => {
      // Parameters by position are several arguments, so that the token isn't the second one.
      if (!isParams(params) || !CancellationToken.is(token))
        throw new ResponseError(ErrorCodes.InvalidParams, `Invalid parameters for ${type.method}.`);
      await ready?.();
      return this.#queue.run(token, async () => {
        try {
          return await handler(params, token);
        } catch (error) {
          if (error instanceof ResponseError) throw error;
          logFailure(this.#connection, type.method, error);
          if (failed instanceof ResponseError) throw failed;
          return failed;
        }
      });
    });
  }

  /** Returns an open document. If it is large, checks first whether the request was canceled. */
  async #document(
    { textDocument: { uri } }: DocumentParams,
    token: CancellationToken,
  ): Promise<TextDocument | undefined> {
    const document = this.#documents.get(uri);
    if (document === undefined || document.getText().length <= quicklyHandled) return document;
    await this.#queue.checkCanceled(token);
    // It may have been edited or closed by now.
    return this.#documents.get(uri);
  }
}
