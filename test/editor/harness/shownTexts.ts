import type { Page } from 'playwright-core';

/** A text that the page showed at some time. */
export interface ShownText {
  readonly text: string;
  /** The URI of the document that it is a line of; empty if there is none. */
  readonly document: string;
}

const key = 'lfjobShownTexts';

/** Every text that a page shows from now on: of elements, of their attributes, and its fields but for passwords. */
export class ShownTexts {
  readonly #page: Page;

  private constructor(page: Page) {
    this.#page = page;
  }

  /** Begins to record. */
  static async record(page: Page): Promise<ShownTexts> {
    await page.evaluate(recordTexts, key);
    return new ShownTexts(page);
  }

  /** Those that contain a text, each once. */
  async containing(text: string): Promise<ShownText[]> {
    const found = await this.#page.evaluate(
      ([name, wanted]) => {
        const recorded: unknown = Reflect.get(window, name);
        if (!(recorded instanceof Set)) throw new Error('Nothing is recorded.');
        return [...recorded].map(String).filter((entry) => entry.includes(wanted));
      },
      [key, text] as const,
    );
    return found.map((entry) => {
      const end = entry.indexOf('\n');
      return { document: entry.slice(0, end), text: entry.slice(end + 1) };
    });
  }
}

/** Runs in the page. Keeps `document\ntext` in a set under `name`. */
function recordTexts(name: string): void {
  const recorded = new Set<string>();
  Reflect.set(window, name, recorded);
  /** A larger element is read by its parts: what is longer isn't a line of anything. */
  const longest = 20_000;

  const documentOf = (element: Element | null): string =>
    element
      ?.closest('.view-lines, .native-edit-context, textarea')
      ?.closest('.monaco-editor')
      ?.getAttribute('data-uri') ?? '';
  const keep = (text: string | null, element: Element | null): void => {
    if (text !== null && text.trim() !== '') recorded.add(`${documentOf(element)}\n${text}`);
  };
  const keepAttributes = (element: Element): void => {
    for (const attribute of element.attributes) {
      if (!['class', 'style', 'id'].includes(attribute.name)) keep(attribute.value, element);
    }
  };
  const keepElement = (element: Element): void => {
    if (element.matches('style, script')) return;
    if (element.textContent.length <= longest) keep(element.textContent, element);
    else for (const child of element.children) keepElement(child);
  };
  const keepFields = (): void => {
    for (const field of document.querySelectorAll('input, textarea')) {
      if (field instanceof HTMLTextAreaElement) keep(field.value, field);
      if (field instanceof HTMLInputElement && field.type !== 'password') keep(field.value, field);
    }
  };
  const keepNode = (node: Node): void => {
    // What was taken away again before the page was drawn was never shown.
    if (!node.isConnected) return;
    if (!(node instanceof Element)) {
      keep(node.parentElement?.textContent.slice(0, longest) ?? null, node.parentElement);
      return;
    }
    keepElement(node);
    for (const element of [node, ...node.querySelectorAll('*')]) keepAttributes(element);
  };

  new MutationObserver((mutations) => {
    for (const { type, target, addedNodes } of mutations) {
      if (type === 'childList') addedNodes.forEach(keepNode);
      else if (type === 'characterData') keepNode(target);
      else if (target instanceof Element && target.isConnected) keepAttributes(target);
    }
    keepFields();
  }).observe(document, { subtree: true, childList: true, characterData: true, attributes: true });
  document.addEventListener('input', keepFields, true);
  keepNode(document.body);
}
