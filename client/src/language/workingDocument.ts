/** Read-only file systems that show what a file was at another time or place: Git, GitLens, pull requests, Local History. */
const schemesOfVersions: ReadonlySet<string> = new Set(['git', 'gitlens', 'pr', 'review', 'vscode-local-history']);

/**
 * Returns whether a document is one that is worked on, and no other version of it, such as the saved side of **Compare
 * with Saved** or of a Git diff: that one would have each problem a second time, and the job a namesake.
 * @param isFileSystem whether the scheme is that of a file system, virtual ones too; a document with a text from an
 * extension or the editor has another scheme, such as `showModifications`
 */
export function isWorkingDocument(scheme: string, isFileSystem: boolean): boolean {
  return scheme === 'untitled' || (isFileSystem && !schemesOfVersions.has(scheme));
}
