import { mkdir, readFile, writeFile } from 'node:fs/promises';
import type { Metafile } from 'esbuild';
import { isObject, type JsonObject } from '../language/src/documents/value.ts';
import { strictSchema } from './strictSchema.ts';
import { validatorCode, validatorDeclaration } from './validatorCode.ts';

const schemaFile = new URL('../schemas/lfjob.schema.json', import.meta.url);

/** What the server doesn't read. */
const inSourceOnly: ReadonlySet<string> = new Set(['definitions', '$schema', '$id', '$comment']);

const outputFolder = new URL('../language/src/generated/', import.meta.url);

/** What `lfjob schema --strict` prints. */
const strictSchemaFile = new URL('../dist/schemas/lfjob.strict.schema.json', import.meta.url);

/** Reads `schemas/lfjob.schema.json`. @throws if it isn't an object */
export async function readPublishedSchema(): Promise<JsonObject> {
  const schema: unknown = JSON.parse(await readFile(schemaFile, 'utf8'));
  if (!isObject(schema)) throw new Error('The schema is not an object.');
  return schema;
}

/**
 * Compiles the strict schema, made from `schemas/lfjob.schema.json`, into `language/src/generated/`: plain code, so that the
 * server compiles nothing, and writes it into `dist/schemas/`. Returns esbuild's metafile of the validator.
 */
export async function compileSchemas(): Promise<Metafile> {
  const schema = strictSchema(await readPublishedSchema());
  const { code, metafile } = await validatorCode(schema);
  await Promise.all([outputFolder, new URL('.', strictSchemaFile)].map(async (at) => mkdir(at, { recursive: true })));
  await Promise.all([
    writeFile(strictSchemaFile, `${JSON.stringify(schema, undefined, 2)}\n`),
    write('validator.js', code),
    write('validator.d.ts', validatorDeclaration),
    write('jobSchema.js', `export const jobSchema = ${JSON.stringify(dereferenced(schema))};\n`),
    write(
      'jobSchema.d.ts',
      "import type { JsonSchema } from '../schema/jsonSchema.ts';\nexport declare const jobSchema: JsonSchema;\n",
    ),
  ]);
  return metafile;
}

/**
 * A schema with each `$ref` replaced by the definition that it names; each of ours is used once, so nothing grows.
 */
function dereferenced(schema: unknown, definitions = definitionsOf(schema)): unknown {
  if (Array.isArray(schema)) return schema.map((item) => dereferenced(item, definitions));
  if (!isObject(schema)) return schema;
  const reference = schema.$ref;
  if (typeof reference === 'string') return dereferenced(definitions.get(reference), definitions);
  const entries = Object.entries(schema).filter(([key]) => !inSourceOnly.has(key));
  return Object.fromEntries(entries.map(([key, value]) => [key, dereferenced(value, definitions)]));
}

function definitionsOf(schema: unknown): ReadonlyMap<string, unknown> {
  const definitions = isObject(schema) && isObject(schema.definitions) ? schema.definitions : {};
  return new Map(Object.entries(definitions).map(([name, definition]) => [`#/definitions/${name}`, definition]));
}

async function write(name: string, text: string): Promise<void> {
  await writeFile(new URL(name, outputFolder), `// Generated from schemas/lfjob.schema.json. Do not edit.\n${text}`);
}
