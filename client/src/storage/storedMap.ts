import { isObject } from '../../../language/src/documents/value.ts';

/** The part of VS Code's memory of an extension that is used. */
export interface Memory {
  get(key: string): unknown;
  update(key: string, value: unknown): PromiseLike<void>;
}

/** What a map in VS Code's memory is. */
export interface StoredMapOptions<Value> {
  /** Where the memory has it. */
  readonly key: string;
  /** Returns the value that a stored one is; `undefined` where another version has written something else. */
  readonly read: (stored: unknown) => Value | undefined;
  /** Called when a change couldn't be stored. VS Code still has it until the window closes. */
  readonly onFailure: () => void;
}

/** A map of texts to values of JSON in VS Code's memory, which can hold anything. No access throws. */
export class StoredMap<Value> {
  readonly #memory: Memory;
  readonly #options: StoredMapOptions<Value>;

  constructor(memory: Memory, options: StoredMapOptions<Value>) {
    this.#memory = memory;
    this.#options = options;
  }

  /** Returns the entries that can be read, in the order in which they were stored. */
  all(): Map<string, Value> {
    const { key, read } = this.#options;
    const stored = this.#memory.get(key);
    const entries = Object.entries(isObject(stored) ? stored : {});
    return new Map(
      entries.flatMap(([name, element]): [string, Value][] => {
        const value = read(element);
        return value === undefined ? [] : [[name, value]];
      }),
    );
  }

  /** Stores these entries and no others. */
  async replaceAll(entries: ReadonlyMap<string, Value>): Promise<void> {
    const { key, onFailure } = this.#options;
    try {
      await this.#memory.update(key, Object.fromEntries(entries));
    } catch {
      onFailure();
    }
  }
}

/** Returns the elements of an array that pass `isElement`; `undefined` for anything else than an array. */
export function elementsOf<Element>(
  value: unknown,
  isElement: (element: unknown) => element is Element,
): readonly Element[] | undefined {
  const elements: readonly unknown[] | undefined = Array.isArray(value) ? value : undefined;
  return elements?.filter(isElement);
}

/** Whether a value is a string. */
export function isString(value: unknown): value is string {
  return typeof value === 'string';
}
