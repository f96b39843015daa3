import { unescaped } from '../../../language/src/documents/reference.ts';
import type { ExplainVariableParams, MoveSecretParams } from '../../../language/src/features/codeActionCommands.ts';

/** What a code action passes to the command that moves a secret; `undefined` where something else was passed. */
export function moveSecretParamsOf(value: unknown): MoveSecretParams | undefined {
  return isMoveSecretParams(value) ? value : undefined;
}

/**
 * What a code action passes to the command that shows how a variable is set; `undefined` if something else was passed.
 */
export function explainVariableParamsOf(value: unknown): ExplainVariableParams | undefined {
  return has(value, 'name', 'string') ? value : undefined;
}

/**
 * The secret that is written within the quotes of a text in JSON, as it would be sent: `$${` stands for `${`.
 * @returns `undefined` where the source is none
 */
export function secretWritten(source: string): string | undefined {
  try {
    const text: unknown = JSON.parse(`"${source}"`);
    return typeof text === 'string' && text !== '' ? unescaped(text) : undefined;
  } catch {
    return undefined;
  }
}

function isMoveSecretParams(value: unknown): value is MoveSecretParams {
  return (
    has(value, 'uri', 'string') &&
    has(value, 'version', 'number') &&
    has(value, 'name', 'string') &&
    has(value, 'range', 'object') &&
    isPlace(value.range, 'start') &&
    isPlace(value.range, 'end')
  );
}

function isPlace(range: unknown, name: string): boolean {
  const place: unknown = has(range, name, 'object') ? range[name] : undefined;
  return has(place, 'line', 'number') && has(place, 'character', 'number');
}

interface Types {
  readonly string: string;
  readonly number: number;
  readonly object: unknown;
}

function has<Name extends string, Type extends keyof Types>(
  value: unknown,
  name: Name,
  type: Type,
): value is Readonly<Record<Name, Types[Type]>> {
  return typeof value === 'object' && value !== null && typeof Reflect.get(value, name) === type;
}
