/** A part of a text in a document: a reference to a value that is kept elsewhere, or what was meant as one. */
export interface Reference {
  readonly kind: 'secret' | 'env' | 'malformed';
  /** The name of the secret or environment variable; the whole reference where it is malformed. */
  readonly name: string;
}

/** A place of a text with `${`: a reference, or the way to write `${` itself. */
export interface ReferencePlace {
  readonly kind: Reference['kind'] | 'escape';
  readonly name: string;
  readonly offset: number;
  readonly length: number;
}

/** `$${` stands for `${`; a reference; the beginning of something else. */
const references = /\$\$\{|\$\{(?:(?:(secret):([A-Za-z_][\w.-]*)|(env):([A-Za-z_]\w*))\}|[^}]*\}?)/g;

/** The references in a text, `${secret:NAME}` and `${env:NAME}`, and every `$${`, with their places. */
export function referencePlacesIn(text: string): ReferencePlace[] {
  if (!text.includes('${')) return [];
  return Array.from(text.matchAll(references), ({ 0: whole, 1: secret, 2: secretName, 3: env, 4: envName, index }) => {
    const place = { offset: index, length: whole.length };
    if (whole === '$${') return { kind: 'escape', name: whole, ...place };
    if (secret !== undefined) return { kind: 'secret', name: secretName ?? '', ...place };
    if (env !== undefined) return { kind: 'env', name: envName ?? '', ...place };
    return { kind: 'malformed', name: whole, ...place };
  });
}

/** The references in a text: `${secret:NAME}` and `${env:NAME}`. */
export function referencesIn(text: string): Reference[] {
  return referencePlacesIn(text).flatMap(({ kind, name }) => (kind === 'escape' ? [] : [{ kind, name }]));
}

/** Whether a value is known only when the references in it are resolved. */
export function isReferring(value: unknown): boolean {
  return typeof value === 'string' && referencesIn(value).length > 0;
}

/** Whether a reference can have this name. */
export function isReferenceName(kind: 'secret' | 'env', name: string): boolean {
  const [place] = referencePlacesIn(referenceTo(kind, name));
  return place?.kind === kind && place.name === name;
}

/** The text of a reference. */
export function referenceTo(kind: 'secret' | 'env', name: string): string {
  return `\${${kind}:${name}}`;
}

/** What a text without references stands for: `$${` is `${`. */
export function unescaped(text: string): string {
  return text.replaceAll('$${', () => '${');
}

/** Returns the text that stands for a literal one, in which nothing is a reference: `$${` for `${`. */
export function escaped(text: string): string {
  return text.replaceAll('${', () => '$${');
}
