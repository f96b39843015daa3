import type { Page } from 'playwright-core';
import sharp from 'sharp';

/** Frames of a window, and how long each is shown. */
export class Animation {
  readonly #page: Page;
  readonly #frames: { readonly picture: Buffer; readonly milliseconds: number }[] = [];

  constructor(page: Page) {
    this.#page = page;
  }

  /** Adds what the window shows now. */
  async show(milliseconds: number): Promise<void> {
    this.#frames.push({ picture: await this.#page.screenshot(), milliseconds });
  }

  /** Writes an animated GIF that repeats. Returns its size, in bytes. */
  async write(path: string): Promise<number> {
    const { size } = await sharp(
      this.#frames.map(({ picture }) => picture),
      { join: { animated: true } },
    )
      .gif({ delay: this.#frames.map(({ milliseconds }) => milliseconds), loop: 0, colours: 128, dither: 0 })
      .toFile(path);
    return size;
  }
}
