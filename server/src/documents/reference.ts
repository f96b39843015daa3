/** A part of a text in a document: a reference to a value that is kept elsewhere, or what was meant as one. */
export interface Reference {
  readonly kind: 'secret' | 'env' | 'malformed';
  /** The name of the secret or environment variable; the whole reference where it is malformed. */
  readonly name: string;
}

/** `$${` stands for `${`; a reference; the beginning of something else. */
const references = /\$\$\{|\$\{(?:(?:(secret):([A-Za-z_][\w.-]*)|(env):([A-Za-z_]\w*))\}|[^}]*\}?)/g;

/** The references in a text: `${secret:NAME}` and `${env:NAME}`. */
export function referencesIn(text: string): Reference[] {
  if (!text.includes('${')) return [];
  return Array.from(text.matchAll(references)).flatMap(([whole, secret, secretName, env, envName]): Reference[] => {
    if (whole === '$${') return [];
    if (secret !== undefined) return [{ kind: 'secret', name: secretName ?? '' }];
    if (env !== undefined) return [{ kind: 'env', name: envName ?? '' }];
    return [{ kind: 'malformed', name: whole }];
  });
}

/** Whether a value is known only when the references in it are resolved. */
export function isReferring(value: unknown): boolean {
  return typeof value === 'string' && referencesIn(value).length > 0;
}
