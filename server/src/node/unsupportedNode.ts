/** The oldest major version of Node.js that has what the server uses (`String.prototype.isWellFormed`, for example). */
const oldestMajor = 20;

/** Returns why the server can't run on a version of Node.js, for example "v18.20.4", or `undefined` if it can. */
export function unsupportedNode(version: string): string | undefined {
  const major = Number(/^v?(\d+)/.exec(version)?.[1]);
  return major >= oldestMajor
    ? undefined
    : `The LakeFormation Jobs language server requires Node.js ${oldestMajor} or later, but this is ${version}.`;
}
