import { visit, type JSONPath } from 'jsonc-parser';
import { isSecretName } from '../secrets/secretValue.ts';

/** A member's name or a value in a job's text, and where it stands. */
export interface JobPart {
  readonly kind: 'name' | 'value';
  /** The name, or the value as text, without quotes and escapes. */
  readonly text: string;
  /** Where it is in the job: the member, for its name too. */
  readonly path: JSONPath;
  /** In UTF-16 units, as is the length; quotes count. */
  readonly offset: number;
  readonly length: number;
}

/** The names and values of a job's text, in its order; of a text that is not JSON, as many as can be told. */
export function jobParts(text: string): JobPart[] {
  const parts: JobPart[] = [];
  visit(text, {
    onObjectProperty(name, offset, length, _line, _character, parentPath) {
      parts.push({ kind: 'name', text: name, path: [...parentPath(), name], offset, length });
    },
    onLiteralValue(value: unknown, offset, length, _line, _character, path) {
      parts.push({ kind: 'value', text: String(value), path: path(), offset, length });
    },
  });
  return parts;
}

/** The name of the member that a part belongs to: of an element of an array, the array's. */
export function memberOf({ path }: JobPart): string | undefined {
  return path.findLast((segment) => typeof segment === 'string');
}

/** Whether a member holds a secret, going by its name; in an object that the API does not know, too. */
export function isSecretMember(name: string | undefined): boolean {
  return name !== undefined && isSecretName(name);
}
