import { fileURLToPath } from 'node:url';
import standaloneCode from 'ajv/dist/standalone/index.js';
import { build, type Metafile } from 'esbuild';
import type { JsonObject } from '../language/src/documents/value.ts';
import { createAjv } from './ajv.ts';

/** The declaration of the module that {@link validatorCode} returns. */
export const validatorDeclaration = `
import type { ErrorObject } from 'ajv';

/** An error that ajv reports; what \`params\` holds depends on the keyword. */
export type SchemaError = ErrorObject<string, Readonly<Record<string, unknown>>>;

/** Returns whether a value is valid against the schema. If it isn't, \`errors\` holds what ajv reports. */
declare const validateJob: { (value: unknown): boolean; errors?: readonly SchemaError[] | null };
export default validateJob;
`;

/** A module as text, and the files that it was bundled from. */
interface BundledCode {
  readonly code: string;
  readonly metafile: Metafile;
}

/**
 * Returns ajv's standalone code for a schema as an ES module. Definitions that refer to others, the blocks of a job
 * among them, become functions of their own, which engines compile when they are first called.
 */
export async function validatorCode(schema: JsonObject): Promise<BundledCode> {
  const ajv = createAjv({ messages: false, code: { source: true, esm: true, lines: true } });
  return bundled(standaloneCode(ajv, ajv.compile(schema)));
}

/** ajv's standalone code requires parts of ajv at run time; bundling includes them. */
async function bundled(contents: string): Promise<BundledCode> {
  const { outputFiles, metafile } = await build({
    stdin: { contents, resolveDir: fileURLToPath(new URL('..', import.meta.url)), loader: 'js' },
    absWorkingDir: fileURLToPath(new URL('..', import.meta.url)),
    bundle: true,
    format: 'esm',
    target: 'es2022',
    write: false,
    metafile: true,
  });
  return { code: outputFiles.map((file) => file.text).join(''), metafile };
}
