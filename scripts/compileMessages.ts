import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { isObject } from '../language/src/documents/value.ts';
import { readPublishedSchema } from './compileSchemas.ts';
import { messagesOf, schemaTexts } from './translatedTexts.ts';

const root = new URL('../', import.meta.url);
const languageFolder = new URL('language/src/generated/', root);
const clientFolder = new URL('dist/l10n/', root);

/**
 * Joins the Chinese messages and texts of the schema: into `language/src/generated/`, where the server has them for every
 * client and the command line for its own output, and into `dist/l10n/`, where VS Code reads them for the extension.
 */
export async function compileMessages(): Promise<void> {
  const messages = JSON.stringify(await chineseMessages());
  await Promise.all([languageFolder, clientFolder].map(async (folder) => mkdir(folder, { recursive: true })));
  await Promise.all([
    // Read only where they are needed: as a string, they cost the start of the others nothing.
    write('chineseMessages.js', `export const chineseMessages = () => JSON.parse(${JSON.stringify(messages)});\n`),
    write('chineseMessages.d.ts', 'export declare const chineseMessages: () => Readonly<Record<string, string>>;\n'),
    writeFile(new URL('bundle.l10n.zh-cn.json', clientFolder), messages),
  ]);
}

async function chineseMessages(): Promise<Record<string, string>> {
  const [bundle, translations] = await Promise.all([
    readTexts('l10n/bundle.l10n.zh-cn.json'),
    readTexts('schemas/lfjob.schema.zh-cn.json'),
  ]);
  return messagesOf(bundle, schemaTexts(await readPublishedSchema()), translations);
}

/** @throws if the file isn't an object of strings */
async function readTexts(path: string): Promise<Record<string, string>> {
  const value: unknown = JSON.parse(await readFile(new URL(path, root), 'utf8'));
  const entries = isObject(value) ? Object.entries(value) : [['', undefined] as const];
  return Object.fromEntries(
    entries.map(([key, text]) => {
      if (typeof text !== 'string') throw new Error(`${path} has no text at "${key}".`);
      return [key, text];
    }),
  );
}

async function write(name: string, text: string): Promise<void> {
  await writeFile(new URL(name, languageFolder), `// Generated from l10n/ and schemas/. Do not edit.\n${text}`);
}
