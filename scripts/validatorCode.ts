import { fileURLToPath } from 'node:url';
import type { SchemaEnv } from 'ajv/dist/compile/index.js';
import standaloneCode from 'ajv/dist/standalone/index.js';
import { build } from 'esbuild';
import { createAjv } from './ajv.ts';
import { isObject, type JsonObject } from './jsonObject.ts';

/** The validator's declaration. */
export const validatorDeclaration = `
/** A constraint that a value breaks. */
export interface SchemaError {
  /** JSON pointer to the value. */
  readonly instancePath: string;
  /** Where in the schema the constraint stands: \`#/properties/type/enum\`. */
  readonly schemaPath: string;
  readonly keyword: string;
  /** The member that \`required\` misses or \`additionalProperties\` does not know. */
  readonly member: string | undefined;
}

/** @returns whether a value keeps the schema; what it breaks is in \`errors\` */
declare const validateJob: { (value: unknown): boolean; readonly errors?: readonly SchemaError[] | null };
export default validateJob;
`;

/** What ajv's code spells out at each of four hundred places. */
const shared = `
import { jobSchema } from './jobSchema.js';

function withError(errors, instancePath, schemaPath, member) {
  const keyword = schemaPath.slice(schemaPath.lastIndexOf('/') + 1);
  const error = { instancePath, schemaPath, keyword, member };
  if (errors === null) return [error];
  errors.push(error);
  return errors;
}

function withMemberError(errors, instancePath, place, name, keyword) {
  return withError(errors, instancePath + '/' + name, place + '/properties/' + name + '/' + keyword);
}

function schemaAt(place) {
  return place.split('/').slice(1).reduce((schema, key) => schema[key], jobSchema);
}
`;

/**
 * The module that validates: ajv's plain code, with a function for each object that is a member of another, so that only
 * those of a document's own block are ever compiled. The elements of arrays are validated in place: a function would be
 * handed the path of each, which is needed for those with errors alone.
 */
export async function validatorCode(schema: JsonObject): Promise<string> {
  const { root, places } = withFunctions(schema);
  const compiled: SchemaEnv[] = [];
  const ajv = createAjv({
    messages: false,
    inlineRefs: false,
    validateSchema: false,
    code: {
      source: true,
      esm: true,
      lines: true,
      process(code, environment) {
        if (environment) compiled.push(environment);
        return code;
      },
    },
  });
  const validate = ajv.compile(root);
  for (const { schema: part, validate: { source } = {} } of compiled) {
    if (source) source.validateCode = withPlace(source.validateCode, places.get(part) ?? '#');
  }
  const code = withShortErrors(withSharedSchema(standaloneCode(ajv, validate), places));
  return withoutImports(shared + code);
}

/** A schema whose objects within objects are definitions, and the place that each has in the whole. */
function withFunctions(schema: JsonObject): {
  readonly root: JsonObject;
  readonly places: ReadonlyMap<unknown, string>;
} {
  const places = new Map<unknown, string>();
  const definitions: JsonObject[] = [];
  const split = (part: JsonObject, place: string): JsonObject => {
    if (!isObject(part.properties)) return part;
    const members = Object.entries(part.properties).map(([name, member]) => {
      if (!isObject(member) || !isObject(member.properties)) return [name, member];
      const memberPlace = `${place}/properties/${name}`;
      const definition = split(member, memberPlace);
      places.set(definition, memberPlace);
      return [name, { $ref: `#/definitions/${definitions.push(definition) - 1}` }];
    });
    return { ...part, properties: Object.fromEntries(members) };
  };
  const root = { ...split(schema, '#'), definitions: Object.fromEntries(definitions.entries()) };
  places.set(root, '#');
  return { root, places };
}

/** The code of a definition, whose errors then name their place in the whole schema. */
function withPlace(code: string, place: string): string {
  if (!code.includes('schemaPath:"#/')) return code;
  const named = code.replaceAll('schemaPath:"#/', 'schemaPath:place+"/');
  return named.replace('{\n', `{\nconst place = ${JSON.stringify(place)};\n`);
}

/** ajv puts the schema into its code, to know the members of big objects; the other module has it already. */
function withSharedSchema(code: string, places: ReadonlyMap<unknown, string>): string {
  const placesByText = new Map(Array.from(places, ([part, place]) => [JSON.stringify(part), place]));
  return code.replaceAll(/^const (schema\d+) = (\{.*\});$/gm, (_, name: string, text: string) => {
    const place = placesByText.get(text);
    if (place === undefined) throw new Error('The validator holds another schema.');
    return `const ${name} = /* @__PURE__ */ schemaAt(${JSON.stringify(place)});`;
  });
}

const pushed = String.raw`;\s*if\(vErrors === null\)\{\s*vErrors = \[\1\];\s*\}\s*else \{\s*vErrors\.push\(\1\);\s*\}`;
const forgottenError = new RegExp(String.raw`const (err\d+) = \{\}${pushed}`, 'g');
const keptError = new RegExp(
  String.raw`const (err\d+) = \{instancePath(?::(?<path>.+?))?,schemaPath:(?<schemaPath>.+?),keyword:".+?",` +
    String.raw`params:\{(?:(?:missing|additional)Property: (?<member>.+?)|.*?)\}\}${pushed}`,
  'g',
);

/** Most errors are about a member by its own schema, so that its name says both places. */
const memberError = /withError\(vErrors,instancePath\+"\/(\w+)",place\+"\/properties\/\1\/(\w+)"\)/g;

/** @throws when ajv writes its errors in another way than is expected here */
function withShortErrors(code: string): string {
  const short = code
    // Under `if`, errors are counted and forgotten.
    .replaceAll(forgottenError, '')
    .replaceAll(
      keptError,
      (_, __, path: string | undefined, schemaPath: string, member: string | undefined) =>
        `vErrors=withError(${['vErrors', path ?? 'instancePath', schemaPath, ...(member === undefined ? [] : [member])].join()});`,
    )
    .replaceAll(memberError, 'withMemberError(vErrors,instancePath,place,"$1","$2")');
  if (/\berr\d/.test(short)) throw new Error("ajv's code has changed.");
  return short;
}

/** ajv's standalone code still asks for parts of ajv by `require`; bundling it puts them in. */
async function withoutImports(code: string): Promise<string> {
  const { outputFiles } = await build({
    stdin: { contents: code, resolveDir: fileURLToPath(new URL('..', import.meta.url)), loader: 'js' },
    bundle: true,
    format: 'esm',
    external: ['./jobSchema.js'],
    target: 'es2022',
    write: false,
  });
  return outputFiles.map((file) => file.text).join('');
}
