/** What is shown for a token or a secret. */
export const mask = '••••••';

/**
 * A function that takes secrets out of a text: the one through which every text goes that leaves for a log, a message or
 * a document. Secrets are masked as they are and as JSON writes them.
 * @param secrets the token and the secret values of the job; empty ones are left alone
 */
export function redaction(secrets: readonly string[]): (text: string) => string {
  const forms = secrets
    .filter((secret) => secret !== '')
    .flatMap((secret) => [secret, JSON.stringify(secret).slice(1, -1)]);
  const longestFirst = [...new Set(forms)].sort((left, right) => right.length - left.length);
  return (text) => longestFirst.reduce((masked, secret) => masked.replaceAll(secret, mask), text);
}
