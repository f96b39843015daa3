import { visibleJson } from '../output/visible.ts';

/** Writes the elements of a JSON array one by one, so that no report is in memory as a whole. */
export class JsonList {
  #isEmpty = true;

  /** Returns the text of the next elements, with the comma before each but the first. */
  add(elements: readonly unknown[]): string {
    return elements
      .map((element) => {
        const separator = this.#isEmpty ? '\n' : ',\n';
        this.#isEmpty = false;
        return separator + visibleJson(JSON.stringify(element));
      })
      .join('');
  }
}

/** Returns a value as JSON on one line, in which everything is visible. */
export function jsonOf(value: unknown): string {
  return visibleJson(JSON.stringify(value));
}
