import type { Page } from 'playwright-core';
import { nextFrame } from '../harness/nextFrame.ts';
import type { Workbench } from '../harness/workbench.ts';

/**
 * Types each line of a text and Enter behind it, at so many milliseconds a key. The editor indents the lines, and must not
 * close brackets itself (`editor.autoClosingBrackets`). Nothing is accepted from a list, and none is closed.
 */
export async function typeLines({ keyboard }: Page, text: string, delay: number): Promise<void> {
  for (const line of text.split('\n')) {
    await keyboard.type(line.trim(), { delay });
    await keyboard.press('Enter', { delay });
  }
}

/** A value of a job that has no arrays. */
export type TypedValue = string | { readonly [name: string]: TypedValue };

/**
 * Types a job into an empty document, in which the editor closes the brackets. Of each property that has a string, as much
 * of its name is typed as it takes until the list has the focus on it, then Enter accepts it; so are values that `isListed`.
 * @param isKept whether the value that comes with a property is the one that it is to have
 */
export async function typeWithLists(
  { suggestWidget }: Workbench,
  page: Page,
  job: TypedValue,
  isListed: (value: string) => boolean,
  isKept: (value: string) => boolean,
): Promise<void> {
  const { keyboard } = page;

  /**
   * Types a text as fast as the editor shows it. It closes no bracket on a line with tokens that it doesn't know yet
   * because the line before has just changed.
   */
  async function type(text: string): Promise<void> {
    for (const character of text) {
      await keyboard.type(character);
      await nextFrame(page);
    }
  }

  async function accept(word: string): Promise<void> {
    await suggestWidget.waitUntilOpen();
    for (const character of word) {
      await type(character);
      if ((await suggestWidget.focusedLabel()) === word) return keyboard.press('Enter');
    }
    throw new Error(`The list does not come to ${word}.`);
  }

  async function typeProperty(name: string, value: TypedValue): Promise<void> {
    await type('"');
    if (typeof value !== 'string') {
      await type(`${name}": `);
      return typeObject(value);
    }
    await accept(name);
    if (isListed(value)) return accept(value);
    if (!isKept(value)) await keyboard.type(value);
    await suggestWidget.waitUntilClosed();
    await keyboard.press('Tab');
  }

  async function typeObject(object: Readonly<Record<string, TypedValue>>): Promise<void> {
    await type('{');
    for (const [index, [name, value]] of Object.entries(object).entries()) {
      if (index > 0) await type(',');
      await keyboard.press('Enter');
      await nextFrame(page);
      await typeProperty(name, value);
    }
    await keyboard.press('ArrowDown');
    await keyboard.press('End');
  }

  if (typeof job !== 'string') await typeObject(job);
}
