/**
 * Whether a text can be the ID of a project or an instance: letters, digits, and hyphens. So it is one segment of a
 * URL's path, and stays as written.
 */
export function isResourceId(text: string): boolean {
  return /^[A-Za-z0-9-]+$/.test(text);
}
