import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { Ajv, type Options } from 'ajv';
import standaloneCode from 'ajv/dist/standalone/index.js';
import { build } from 'esbuild';

const schemaFile = new URL('../schemas/lfjob.schema.json', import.meta.url);
const outputFolder = new URL('../server/src/generated/', import.meta.url);

/** The annotations of ours that the schema carries beside draft-07's keywords; its `$comment` says what each means. */
const vocabulary = [
  'enumDescriptions',
  'patternDescription',
  'x-severity',
  'x-doubtful',
  'x-rule',
  'x-appliesWith',
  'x-misspellings',
  'x-preferredType',
  'x-edition',
  'x-newerValues',
  'x-note',
  'x-secret',
  'x-label',
  'x-documentation',
];

/** How the schema is compiled, here and by the tests that check against it. */
export const ajvOptions: Options = { allErrors: true, strict: true, strictTypes: false, strictRequired: false };

/** An ajv that knows our annotations. */
export function createAjv(options: Options = {}): Ajv {
  const ajv = new Ajv({ ...ajvOptions, ...options });
  ajv.addVocabulary(vocabulary);
  return ajv;
}

/** Compiles `schemas/lfjob.schema.json` into `server/src/generated/`: plain code, so that the server compiles nothing. */
export async function compileSchemas(): Promise<void> {
  const schema = dereferenced(JSON.parse(await readFile(schemaFile, 'utf8')));
  if (!isObject(schema)) throw new Error('The schema is not an object.');
  const ajv = createAjv({ messages: false, code: { source: true, esm: true } });
  const validator = withSharedSchema(await withoutImports(standaloneCode(ajv, ajv.compile(schema))));
  await mkdir(outputFolder, { recursive: true });
  await Promise.all([
    write('validator.js', validator),
    write(
      'validator.d.ts',
      "import type { ValidateFunction } from 'ajv';\ndeclare const validateJob: ValidateFunction;\nexport default validateJob;\n",
    ),
    write('jobSchema.js', `export const jobSchema = ${JSON.stringify(schema)};\n`),
    write(
      'jobSchema.d.ts',
      "import type { JsonSchema } from '../schema/jsonSchema.ts';\nexport declare const jobSchema: JsonSchema;\n",
    ),
  ]);
}

/**
 * A schema with each `$ref` replaced by the definition that it names. ajv compiles a referenced definition to a function of
 * its own, whose errors do not say where in the whole schema they come from; each of ours is used once, so nothing grows.
 */
function dereferenced(schema: unknown, definitions = definitionsOf(schema)): unknown {
  if (Array.isArray(schema)) return schema.map((item) => dereferenced(item, definitions));
  if (!isObject(schema)) return schema;
  const reference = schema.$ref;
  if (typeof reference === 'string') return dereferenced(definitions.get(reference), definitions);
  const entries = Object.entries(schema).filter(([key]) => key !== 'definitions');
  return Object.fromEntries(entries.map(([key, value]) => [key, dereferenced(value, definitions)]));
}

function definitionsOf(schema: unknown): ReadonlyMap<string, unknown> {
  const definitions = isObject(schema) && isObject(schema.definitions) ? schema.definitions : {};
  return new Map(Object.entries(definitions).map(([name, definition]) => [`#/definitions/${name}`, definition]));
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** ajv's standalone code still asks for parts of ajv by `require`; bundling it puts them in. */
async function withoutImports(code: string): Promise<string> {
  const { outputFiles } = await build({
    stdin: { contents: code, resolveDir: fileURLToPath(new URL('..', import.meta.url)), loader: 'js' },
    bundle: true,
    format: 'esm',
    target: 'es2022',
    write: false,
  });
  return outputFiles.map((file) => file.text).join('');
}

/** ajv puts the schema into its code, to tell the allowed values; the other module has it already. @throws without one */
function withSharedSchema(code: string): string {
  const own = /^var (schema\d+) = \{.*\};$/m;
  if (!own.test(code)) throw new Error('The validator holds no schema.');
  return `import { jobSchema } from './jobSchema.js';\n${code.replace(own, 'var $1 = jobSchema;')}`;
}

async function write(name: string, text: string): Promise<void> {
  await writeFile(new URL(name, outputFolder), `// Generated from schemas/lfjob.schema.json. Do not edit.\n${text}`);
}
