import type { Locator, Page } from 'playwright-core';
import { nextFrame } from './nextFrame.ts';

/** A place in a text; line and column count from 0. */
export interface Place {
  readonly line: number;
  readonly column: number;
}

/** Where a text starts, and what is before it in its line. */
export interface Found extends Place {
  readonly before: string;
}

/** A point of the window, in CSS pixels. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/** A notch of the wheel shows within so many frames, unless the text is at its end. */
const framesToMove = 30;

interface Sight {
  /** The lines in sight with their numbers, from 0. */
  readonly lines: readonly (readonly [number: number, text: string])[];
  readonly lineHeight: number;
  /** How far the text is scrolled, how much of it is in sight, how high all of it is; in CSS pixels. */
  readonly top: number;
  readonly height: number;
  readonly total: number;
}

/**
 * The lines that a text editor of VS Code shows. Only those in sight exist, so it is scrolled through as a mouse wheel does;
 * neither caret nor selection changes. Lines must not be wrapped or folded, and a tab reads as spaces.
 */
export class TextView {
  readonly #page: Page;
  readonly #editor: Locator;

  constructor(page: Page, editor: Locator) {
    this.#page = page;
    this.#editor = editor;
  }

  /** All lines as shown, unsaved changes and what was typed last included. */
  async lines(): Promise<string[]> {
    await nextFrame(this.#page);
    const lines = new Map<number, string>();
    const start = await this.#look();
    for (const [number, text] of start.lines) lines.set(number, text);
    if (start.top > 0 || start.height < start.total - 1) {
      await this.#scrollTo(0);
      for (
        let sight: Sight | undefined = await this.#look();
        sight !== undefined;
        sight = await this.#wheel(sight, 1)
      ) {
        for (const [number, text] of sight.lines) lines.set(number, text);
        if (sight.top + sight.height >= sight.total - 1) break;
      }
      await this.#scrollTo(start.top);
    }
    return Array.from({ length: lines.size }, (_, number) => lineOf(lines, number));
  }

  /** How many lines there is room for, which grows by one with each line. Nothing is scrolled. */
  async height(): Promise<number> {
    const { total, lineHeight } = await this.#look();
    return Math.round(total / lineHeight);
  }

  /** Where the text is; `occurrence` counts from 0. Throws if it doesn't. */
  async find(text: string, occurrence: number): Promise<Found> {
    let left = occurrence;
    for (const [line, content] of (await this.lines()).entries()) {
      for (let column = content.indexOf(text); column !== -1; column = content.indexOf(text, column + 1)) {
        if (left-- === 0) return { line, column, before: content.slice(0, column) };
      }
    }
    throw new Error(`The editor does not show ${JSON.stringify(text)} ${occurrence + 1} times.`);
  }

  /** The point of a place, which is scrolled into sight. The column may have a fraction: half a character is its middle. */
  async pointOf({ line, column }: Place): Promise<Point> {
    const sight = await this.#look();
    const top = line * sight.lineHeight;
    if (top < sight.top || top + sight.lineHeight > sight.top + sight.height)
      await this.#scrollTo(top - sight.height / 2);
    const point = await pointInSight(this.#editor, line, column);
    if (point === undefined) throw new Error(`Line ${line + 1} is not in sight.`);
    return point;
  }

  /** Turns the wheel until the text is scrolled about as far as asked, or can't be scrolled further. */
  async #scrollTo(top: number): Promise<void> {
    let sight: Sight | undefined = await this.#look();
    const direction = Math.sign(top - sight.top);
    while (sight !== undefined && (top - sight.top) * direction > 0) sight = await this.#wheel(sight, direction);
  }

  /** Turns the wheel by a notch, over the margin, where no hover comes up. `undefined` when nothing moves any more. */
  async #wheel({ top }: Sight, direction: number): Promise<Sight | undefined> {
    const box = await this.#editor.boundingBox();
    if (box === null) throw new Error('The editor is not in sight.');
    await this.#page.mouse.move(box.x + 5, box.y + box.height - 5);
    await this.#page.mouse.wheel(0, direction * 100);
    for (let frame = 0; frame < framesToMove; frame++) {
      await nextFrame(this.#page);
      const sight = await this.#look();
      if (sight.top !== top) return sight;
    }
    return undefined;
  }

  async #look(): Promise<Sight> {
    await this.#editor.locator('.view-line').first().waitFor({ state: 'attached' });
    return lookAt(this.#editor);
  }
}

function lineOf(lines: ReadonlyMap<number, string>, number: number): string {
  const line = lines.get(number);
  if (line === undefined) throw new Error(`Line ${number + 1} was not seen. Is part of the text folded?`);
  return line;
}

function lookAt(editor: Locator): Promise<Sight> {
  return editor.evaluate((element) => {
    const pixels = (target: HTMLElement | null, name: 'top' | 'height'): number =>
      Number.parseFloat(target?.style[name] ?? '0');
    const rendered = [...element.querySelectorAll<HTMLElement>('.view-lines .view-line')];
    const lineHeight = pixels(rendered[0] ?? null, 'height');
    return {
      lines: rendered.map((line) => {
        const number = Math.round(pixels(line, 'top') / lineHeight);
        return [number, line.textContent.replaceAll('\u00a0', ' ')] as const;
      }),
      lineHeight,
      top: -pixels(element.querySelector('.lines-content'), 'top'),
      height: element.getBoundingClientRect().height,
      total: pixels(element.querySelector('.view-lines'), 'height'),
    };
  });
}

function pointInSight(editor: Locator, number: number, column: number): Promise<Point | undefined> {
  return editor.evaluate(
    (element, wanted) => {
      const line = [...element.querySelectorAll<HTMLElement>('.view-lines .view-line')].find(
        ({ style }) => Math.round(Number.parseFloat(style.top) / Number.parseFloat(style.height)) === wanted.number,
      );
      if (line === undefined) return undefined;
      const { top, height } = line.getBoundingClientRect();
      const start = edgeOf(line, Math.floor(wanted.column));
      const end = edgeOf(line, Math.ceil(wanted.column));
      return { x: start + (end - start) * (wanted.column % 1), y: top + height / 2 };

      function edgeOf(within: HTMLElement, offset: number): number {
        const walker = document.createTreeWalker(within, NodeFilter.SHOW_TEXT);
        let rest = offset;
        for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
          const length = node.textContent?.length ?? 0;
          if (rest <= length) {
            const range = document.createRange();
            range.setStart(node, rest);
            range.collapse(true);
            return range.getBoundingClientRect().left;
          }
          rest -= length;
        }
        return within.getBoundingClientRect().left;
      }
    },
    { number, column },
  );
}
