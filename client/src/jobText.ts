import { visit, type JSONPath } from 'jsonc-parser';

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
  return name !== undefined && /password|access_key|secret_key/i.test(name);
}

/**
 * Where in an address a password stands: from after `user:` to the `@`, and from after `password=` to the end, since where
 * that ends is not known. Offsets into the address; none for a text without.
 */
export function passwordsIn(address: string): { readonly from: number; readonly to: number }[] {
  if (!/^jdbc:|:\/\//i.test(address)) return [];
  const parameter = /(?:password|pwd)=/i.exec(address);
  const parameterStart = parameter ? parameter.index + parameter[0].length : address.length;
  const user = /:\/\/[^/?#]*?:/.exec(address.slice(0, parameterStart));
  const userStart = user ? user.index + user[0].length : 0;
  const at = address.slice(0, parameterStart).lastIndexOf('@');
  return [
    ...(user && at > userStart ? [{ from: userStart, to: at }] : []),
    ...(parameter && parameterStart < address.length ? [{ from: parameterStart, to: address.length }] : []),
  ];
}
