import { excerpt } from './excerpt.ts';
import type { HttpOptions } from './http.ts';
import { text } from './types.ts';

/** Something that the service has, by its name. */
export interface Named {
  readonly name: string;
  readonly description?: string | undefined;
}

/** Names that the service returned. */
export interface NameList {
  readonly names: readonly Named[];
  /** Whether these are all that the service has. */
  readonly isComplete: boolean;
}

/** As many names are read: to mask the secrets in more would stop other tasks. */
const mostNames = 5000;

/** Longer names can't be used; catalogs have 256 characters at most. In UTF-16 code units. */
const longestName = 512;

/** As much of a description is shown, in characters. */
const longestDescription = 200;

/**
 * Reads the entries of a list, with the secrets that were sent masked in their descriptions. Names that can't be used are left
 * out, as are repeated ones; then the list isn't complete.
 * @param entries what the service returned
 * @param read returns the name and the description of an entry, which can be anything
 * @param isWhole whether the service returned all entries
 */
export function readNames(
  entries: readonly unknown[],
  read: (entry: unknown) => { readonly name: unknown; readonly description?: unknown },
  isWhole: boolean,
  { redact }: Pick<HttpOptions, 'redact'>,
): NameList {
  const names = new Map<string, Named>();
  let isComplete = isWhole && entries.length <= mostNames;
  for (const entry of entries.slice(0, mostNames)) {
    const { name, description } = read(entry);
    if (!isUsable(name) || redact(name) !== name) {
      isComplete = false;
      continue;
    }
    const shown = text(description);
    if (!names.has(name)) {
      names.set(name, {
        name,
        ...(shown !== undefined && { description: excerpt(shown, longestDescription, redact) }),
      });
    }
  }
  return { names: [...names.values()], isComplete };
}

/** Whether a value can be a name that is shown and inserted: no text that hides or reorders what is shown. */
function isUsable(name: unknown): name is string {
  return (
    typeof name === 'string' &&
    name !== '' &&
    name.length <= longestName &&
    !/[\p{Cc}\p{Cf}\p{Cs}\u2028\u2029]/u.test(name)
  );
}
