/** The oldest version of Node.js that has what the command line uses (`styleText` of `node:util`, for example). */
const [oldestMajor, oldestMinor] = [20, 12];

/** Returns why the command line can't run on a version of Node.js, for example "v18.20.4", or `undefined` if it can. */
export function unsupportedNode(version: string): string | undefined {
  const [major = 0, minor = 0] = version.replace(/^v/, '').split('.').map(Number);
  return major > oldestMajor || (major === oldestMajor && minor >= oldestMinor)
    ? undefined
    : `lfjob requires Node.js ${oldestMajor}.${oldestMinor} or later, but this is ${version}.`;
}
