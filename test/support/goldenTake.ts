import { readdirSync, readFileSync } from 'node:fs';
import { isObject, type JsonObject } from '../../language/src/documents/value.ts';

/** A golden file: a document, a job that the service shows, and the document with the job's values. */
export interface GoldenTake {
  /** The file's name, without its ending. */
  readonly name: string;
  readonly document: string;
  readonly job: JsonObject;
  readonly after: string;
}

const folder = new URL('../fixtures/takes/', import.meta.url);

/** Reads every golden file, in the order of their names. */
export function readGoldenTakes(): GoldenTake[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith('.txt'))
    .sort()
    .map((file) => readGoldenTake(file.slice(0, -'.txt'.length), readFileSync(new URL(file, folder), 'utf8')));
}

/** Reads `=== document`, a document, `=== job`, JSON, `=== after`, a document. @throws for a file of another form */
function readGoldenTake(name: string, text: string): GoldenTake {
  const [, document, json = '', after] =
    /^=== document\n([^]*)\n=== job\n([^]*)\n=== after\n([^]*)\n$/.exec(text) ?? [];
  const job: unknown = JSON.parse(json);
  if (document === undefined || after === undefined || !isObject(job)) throw new Error(`${name} isn’t a golden file.`);
  return { name, document, job, after };
}
