import { isObject } from '../../../language/src/documents/value.ts';
import type { ConnectedInstance } from '../../../language/src/rules/environment.ts';
import type {
  InstanceLookUp,
  InstanceQuery,
  InstanceValue,
  InstanceValues,
} from '../../../language/src/rules/instance/query.ts';
import type { InstanceValuesParams } from '../protocol.ts';

/** More results aren't kept. */
const mostKept = 200;

/** How long a result that can't be read holds, and how long any other one does at most, in milliseconds. */
const failureHolds = 60_000;
const longestHolds = 10 * 60_000;

/** As many values are taken. */
const mostValues = 10_000;

/** The lists that no diagnostic depends on: completion alone uses them. */
const onlySuggested: ReadonlySet<InstanceQuery['kind']> = new Set(['instances', 'buckets', 'folders']);

const pending: InstanceValues = { values: [], isComplete: false, isPending: true };
const nothing: InstanceValues = { values: [], isComplete: false, isPending: false };

/** What the values come from. */
export interface InstanceValuesSource {
  /** Sends a request to the client; `undefined` for a client that doesn't answer it. */
  readonly ask: ((params: InstanceValuesParams) => Promise<unknown>) | undefined;
  /** Called when other values are known that diagnostics depend on. */
  readonly onDidChange: () => void;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

interface Known {
  readonly params: InstanceValuesParams;
  readonly values: InstanceValues;
  /** Until when the values hold. */
  readonly until: number;
  readonly isAsking: boolean;
  /** Whether the client notified of a change since it was asked. */
  readonly isOutdated: boolean;
}

/**
 * What the client knows about the instances of connections. A look-up returns at once what the client returned before, and asks
 * it for the rest, once at a time for each query: a client that is slow, or never answers, delays nothing.
 */
export class InstanceValuesOfClient {
  readonly #source: InstanceValuesSource;
  readonly #known = new Map<string, Known>();

  constructor(source: InstanceValuesSource) {
    this.#source = source;
  }

  /** Returns the look-up for the instance of a connection; `undefined` where nobody can be asked. */
  of(connection: ConnectedInstance | undefined): InstanceLookUp | undefined {
    if (connection === undefined || this.#source.ask === undefined) return undefined;
    return (query) => this.#lookUp(connection, query);
  }

  /** Handles `lfjob/didChangeInstanceValues`: asks again for what is on its way, and for the rest when it's looked up. */
  changed(): void {
    let isAnyOutdated = false;
    for (const [key, known] of [...this.#known]) {
      if (known.values.isPending && !known.isAsking) this.#ask(key, known);
      else this.#known.set(key, { ...known, isOutdated: true });
      isAnyOutdated ||= !known.values.isPending && !onlySuggested.has(known.params.query.kind);
    }
    if (isAnyOutdated) this.#source.onDidChange();
  }

  #lookUp({ name, instanceId }: ConnectedInstance, query: InstanceQuery): InstanceValues {
    const key = JSON.stringify([name, instanceId, query]);
    const known = this.#known.get(key);
    const isFresh = known !== undefined && known.until > this.#source.now();
    if (known?.isAsking === true || (isFresh && !known.isOutdated)) return known.values;
    // What was fresh until a notification holds until the client has answered.
    const values = isFresh ? known.values : pending;
    this.#ask(key, { params: { connection: name, query }, values, until: known?.until ?? 0 });
    return values;
  }

  /** Asks the client. What is known holds until it answers. */
  #ask(key: string, { params, values, until }: Pick<Known, 'params' | 'values' | 'until'>): void {
    // The last in the map is the last that was asked for.
    this.#known.delete(key);
    this.#known.set(key, { params, values, until, isAsking: true, isOutdated: false });
    const [oldest] = this.#known.size > mostKept ? this.#known.keys() : [];
    if (oldest !== undefined) this.#known.delete(oldest);
    const answered = (result: unknown): void => this.#answered(key, params, result);
    this.#source.ask?.(params).then(answered, () => answered(undefined));
  }

  #answered(key: string, params: InstanceValuesParams, result: unknown): void {
    const before = this.#known.get(key);
    if (before === undefined) return;
    const { values, freshFor } = resultFrom(result);
    const isSame = JSON.stringify(values) === JSON.stringify(before.values);
    // The same list stays the same object, so that what was found in it is remembered.
    const kept = isSame ? before.values : values;
    const known = { params, values: kept, until: this.#source.now() + freshFor, isAsking: false, isOutdated: false };
    this.#known.set(key, known);
    if (before.isOutdated) this.#ask(key, known);
    if (!isSame && !onlySuggested.has(params.query.kind)) this.#source.onDidChange();
  }
}

/** Reads a result of the client, which can be anything. */
function resultFrom(result: unknown): { readonly values: InstanceValues; readonly freshFor: number } {
  if (!isObject(result) || !Array.isArray(result.values)) return { values: nothing, freshFor: failureHolds };
  const { freshFor, isComplete, isPending } = result;
  const given: readonly unknown[] = result.values;
  const values = given.slice(0, mostValues).map(valueFrom);
  const usable = values.filter((value) => value !== undefined);
  return {
    values: {
      values: usable,
      isComplete: isComplete === true && usable.length === given.length,
      isPending: isPending === true,
    },
    freshFor: typeof freshFor === 'number' && freshFor >= 0 ? Math.min(freshFor, longestHolds) : failureHolds,
  };
}

function valueFrom(value: unknown): InstanceValue | undefined {
  if (!isObject(value) || typeof value.name !== 'string') return undefined;
  const { name, description } = value;
  return { name, ...(typeof description === 'string' && { description }) };
}
