import type { CancellationToken } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Steps } from '../../../language/src/rules/steps.ts';
import { LSPErrorCodes, ResponseError } from '../lsp.ts';

/** Limits how long a request waits while other messages keep arriving. */
const mostRounds = 50;

/** How long steps run, in milliseconds, until what has arrived is read. */
const longestRun = 5;

/**
 * Runs requests one after another. The connection reads one message per turn of the event loop, so that a cancellation can
 * already have arrived while its request is about to begin. To find out, `checkCanceled` waits until nothing new has arrived
 * for two turns, which takes microseconds.
 */
export class RequestQueue {
  readonly #nextTurn: () => Promise<void>;
  #arrived = 0;
  #last: Promise<unknown> = Promise.resolve();

  /** @param nextTurn resolves after the messages that have arrived were read */
  constructor(nextTurn: () => Promise<void>) {
    this.#nextTurn = nextTurn;
  }

  /** Runs a request after those before it. @returns what it returns; rejects with `RequestCancelled` if it was canceled */
  async run<Result>(token: CancellationToken, request: () => Result | Promise<Result>): Promise<Result> {
    this.#arrived++;
    const result = this.#last.then(() => {
      rejectCanceled(token);
      return request();
    });
    this.#last = result.catch(() => undefined);
    return result;
  }

  /** Reads what has arrived. Rejects with `RequestCancelled` if the request was canceled. */
  async checkCanceled(token: CancellationToken): Promise<void> {
    for (let round = 0; round < mostRounds && !token.isCancellationRequested; round++) {
      const arrived = this.#arrived;
      await this.#nextTurn();
      await this.#nextTurn();
      if (arrived === this.#arrived) break;
    }
    rejectCanceled(token);
  }

  /**
   * Runs steps to their end and returns their result. Between steps, it reads what has arrived, like `checkCanceled`. Rejects
   * with `ContentModified` if that changed the document, because ranges in the result would be those of an older version.
   */
  async runSteps<Result>(
    token: CancellationToken,
    document: Pick<TextDocument, 'version'>,
    steps: Steps<Result>,
  ): Promise<Result> {
    const { version } = document;
    let lastRead = Date.now();
    for (let step = steps.next(); ; step = steps.next()) {
      if (step.done === true) return step.value;
      if (!token.isCancellationRequested && Date.now() - lastRead < longestRun) continue;
      await this.checkCanceled(token);
      if (document.version !== version) {
        throw new ResponseError(LSPErrorCodes.ContentModified, 'The document was edited.');
      }
      lastRead = Date.now();
    }
  }
}

function rejectCanceled(token: CancellationToken): void {
  if (token.isCancellationRequested) {
    throw new ResponseError(LSPErrorCodes.RequestCancelled, 'The request was canceled.');
  }
}
