/** Headers that sign a request in. */
const credentialHeader = /^\s*(?:X-Auth-Token|X-Security-Token|X-Subject-Token|Authorization)\s*:\s*(\S.*)$/i;

/** Whether a header has a token or signature, and not a variable, a mask, or a placeholder for one. */
export function hasCredential(header: string): boolean {
  const value = credentialHeader.exec(header)?.[1];
  return value !== undefined && !/^(?:(?:Bearer|Basic)\s+)?(?:[$<{%[]|•|\*|x{3,}$|\.{3})/i.test(value);
}
