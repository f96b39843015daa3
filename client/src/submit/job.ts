/** What the client has to know of a document: it checks nothing, the language server has done that. */
export interface JobDocument {
  readonly name: string;
  readonly type: string;
  /** The values of password, access_key and secret_key, to be kept out of everything that is shown. */
  readonly secrets: readonly string[];
  /** References such as `${secret:NAME}` that stand in the document. */
  readonly references: readonly string[];
}

const secretMembers = new Set(['password', 'access_key', 'secret_key']);

/** Reads a document that the language server found to be a job; `undefined` when it is none. */
export function readJobDocument(text: string): JobDocument | undefined {
  const secrets: string[] = [];
  const references: string[] = [];
  const root = parse(text, (key, value) => {
    if (typeof value !== 'string') return;
    const found = value.match(/(?<!\$)\$\{(?:secret|env):[^}]*\}/g);
    if (found) references.push(...found);
    else if (secretMembers.has(key)) secrets.push(value);
  });
  const name = root?.get('name');
  const type = root?.get('type');
  if (typeof name !== 'string' || typeof type !== 'string') return undefined;
  return { name, type, secrets, references: [...new Set(references)] };
}

function parse(text: string, visit: (key: string, value: unknown) => void): Map<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(text, (key, member: unknown) => {
      visit(key, member);
      return member;
    });
    return typeof value === 'object' && value !== null ? new Map(Object.entries(value)) : undefined;
  } catch {
    return undefined;
  }
}
