import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readPublishedSchema } from '../../scripts/compileSchemas.ts';
import { strictSchema } from '../../scripts/strictSchema.ts';

/** A language server to measure, and what a client sends it at the start. */
export interface Server {
  readonly name: string;
  readonly languageId: string;
  readonly script: string;
  readonly args: readonly string[];
  readonly initializationOptions: unknown;
  /** The settings that the client sends after the start. */
  readonly settings: unknown;
  /** Answers without work, so that its answers aren't looked at. */
  readonly isEmpty?: true;
}

/** The three that are compared. */
export interface Servers {
  readonly ours: Server;
  readonly json: Server;
  readonly empty: Server;
}

const path = (relative: string): string => fileURLToPath(new URL(relative, import.meta.url));
/** The strict schema, so that both servers check the same constraints. */
const schema = strictSchema(await readPublishedSchema());

/** The extension of VS Code with its JSON server in its folder, by the script of VS Code's own server. */
function jsonExtension(serverMain: string): string {
  return join(serverMain, '..', '..', 'extensions', 'json-language-features');
}

/**
 * Ours as built, VS Code's own JSON server as VS Code ships it, and one that does nothing.
 * @param serverMain the script of an installed VS Code server
 */
export function serversBeside(serverMain: string): Servers {
  return {
    ours: {
      name: 'LakeFormation Jobs',
      languageId: 'lfjob',
      script: path('../../dist/server/node.js'),
      args: ['--stdio'],
      initializationOptions: {},
      settings: {},
    },
    json: {
      name: 'VS Code JSON',
      languageId: 'json',
      script: join(jsonExtension(serverMain), 'server', 'dist', 'node', 'jsonServerMain.js'),
      args: ['--stdio'],
      // With the limits that VS Code sets: symbols of an outline, edits of formatting.
      initializationOptions: {
        provideFormatter: true,
        handledSchemaProtocols: ['file'],
        customCapabilities: { rangeFormatting: { editLimit: 10_000 } },
      },
      settings: {
        json: {
          validate: { enable: true },
          resultLimit: 5000,
          schemas: [{ fileMatch: ['*.lfjob.json'], url: 'lfjob', schema }],
        },
      },
    },
    empty: {
      name: 'Empty server',
      languageId: 'json',
      script: path('emptyServer.mjs'),
      args: [],
      initializationOptions: {},
      settings: {},
      isEmpty: true,
    },
  };
}

/** The name and version of VS Code's JSON server: `vscode-json-languageserver 1.3.4`. */
export function jsonServerVersion(serverMain: string): string {
  const manifest: unknown = JSON.parse(readFileSync(join(jsonExtension(serverMain), 'server', 'package.json'), 'utf8'));
  if (typeof manifest !== 'object' || manifest === null || !('name' in manifest) || !('version' in manifest)) {
    throw new Error("VS Code's JSON server has no manifest.");
  }
  return `${String(manifest.name)} ${String(manifest.version)}`;
}

/** What a property is for, as the schema describes it: a hover has to show it, too. */
export function descriptionOf(definition: string, property: string): string {
  const text = ['definitions', definition, 'properties', property, 'description'].reduce<unknown>(
    (value, key) => (typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined),
    schema,
  );
  if (typeof text !== 'string') throw new Error(`The schema does not describe ${property}.`);
  return text;
}
