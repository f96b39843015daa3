/** What is shown for a token or a secret. */
export const mask = '••••••';

/**
 * A function that takes secrets out of a text: the one through which every text goes that comes from outside, or that
 * quotes a job, before it leaves for a log, a message or a document. Secrets are masked as they are, and as JSON, a page and
 * an address write them.
 * @param secrets the token and the secret values of the job; empty ones are left alone
 */
export function redaction(secrets: readonly string[]): (text: string) => string {
  const forms = secrets
    .filter((secret) => secret !== '')
    .flatMap((secret) => [secret, ...jsonForms(secret), ...pageForms(secret), ...addressForms(secret)]);
  const longestFirst = [...new Set(forms)].sort((left, right) => right.length - left.length);
  return (text) => longestFirst.reduce((masked, secret) => masked.replaceAll(secret, mask), text);
}

/** As JSON writes it, also where what a page could take for mark-up is escaped. */
function jsonForms(secret: string): string[] {
  const json = JSON.stringify(secret).slice(1, -1);
  const escaped = (text: string, characters: RegExp): string =>
    text.replace(characters, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`);
  const forms = [json, json.replaceAll('/', '\\/'), escaped(json, /[<>&]/g), escaped(json, /[<>&'=]/g)];
  return [...forms, ...forms.map((form) => escaped(form, /[^\0-\x7f]/g))];
}

function pageForms(secret: string): string[] {
  const escaped = secret.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
  const quoted = escaped.replaceAll('"', '&quot;');
  return [escaped, quoted, ...['&#39;', '&#x27;', '&apos;'].map((quote) => quoted.replaceAll("'", quote))];
}

function addressForms(secret: string): string[] {
  if (!secret.isWellFormed()) return [];
  const encoded = encodeURIComponent(secret);
  return [encoded, encoded.replaceAll('%20', '+'), encodeURI(secret)];
}
