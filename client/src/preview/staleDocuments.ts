/** Runs a task once after a time in milliseconds; the returned function cancels it. */
export type Timer = (milliseconds: number, task: () => void) => () => void;

/**
 * Collects the documents that have to be rendered again, and renders them at most once per interval, and only while they
 * are visible. A document that becomes visible later is rendered then.
 */
export class StaleDocuments {
  readonly #stale = new Set<string>();
  readonly #render: (uri: string) => void;
  readonly #isVisible: (uri: string) => boolean;
  readonly #timer: Timer;
  #cancel: (() => void) | undefined;

  constructor(options: {
    readonly render: (uri: string) => void;
    readonly isVisible: (uri: string) => boolean;
    readonly timer: Timer;
  }) {
    this.#render = options.render;
    this.#isVisible = options.isVisible;
    this.#timer = options.timer;
  }

  /** Renders a document soon. More changes until then are rendered with it. */
  add(uri: string): void {
    this.#stale.add(uri);
    this.#cancel ??= this.#timer(interval, () => {
      this.#cancel = undefined;
      this.renderVisible();
    });
  }

  /** Renders the documents that have become visible. */
  renderVisible(): void {
    for (const uri of [...this.#stale].filter(this.#isVisible)) {
      this.#stale.delete(uri);
      this.#render(uri);
    }
  }

  /** Forgets a document that is closed. */
  delete(uri: string): void {
    this.#stale.delete(uri);
  }

  dispose(): void {
    this.#cancel?.();
  }
}

/** Milliseconds. */
const interval = 300;
