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
  'x-preferredType',
  'x-edition',
  'x-newerValues',
  'x-note',
  'x-secret',
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
  const schema: unknown = JSON.parse(await readFile(schemaFile, 'utf8'));
  if (typeof schema !== 'object' || schema === null) throw new Error('The schema is not an object.');
  const ajv = createAjv({ code: { source: true, esm: true } });
  const validator = await withoutImports(standaloneCode(ajv, ajv.compile(schema)));
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

async function write(name: string, text: string): Promise<void> {
  await writeFile(new URL(name, outputFolder), `// Generated from schemas/lfjob.schema.json. Do not edit.\n${text}`);
}
