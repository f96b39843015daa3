import { readdir, readFile } from 'node:fs/promises';
import manifestStrings from '../../package.nls.json' with { type: 'json' };
import snippets from '../../snippets/lfjob.json' with { type: 'json' };
import { isObject } from '../../language/src/documents/value.ts';
import { notices, rules } from '../../language/src/rules/catalogue.ts';
import { readPublishedSchema } from '../compileSchemas.ts';
import { markdownBlocks } from './markdownBlocks.ts';
import { sourceStrings } from './sourceStrings.ts';
import type { StringRole, UserString } from './userString.ts';

const root = new URL('../../', import.meta.url);

/** Returns every string that users read, by area: messages, manifest, rules, schema, snippets, and documentation. */
export async function userStrings(): Promise<UserString[]> {
  return [
    ...(await localizedStrings()),
    ...fromManifest(),
    ...fromRules(),
    ...fromSchema(await readPublishedSchema(), ''),
    ...fromSnippets(),
    ...(await fromDocumentation()),
  ];
}

/** A string that is translated at run time, with the source text of the arguments. */
export interface LocalizedString extends UserString {
  readonly callArguments: string;
}

/** Returns the strings that the sources pass to `l10n.t`, by folder. A string that a file has twice is listed once. */
export async function localizedStrings(): Promise<LocalizedString[]> {
  const files = await Promise.all(['cli/src/', 'client/src/', 'language/src/', 'server/src/'].map(typeScriptFiles));
  const found = await Promise.all(files.flat().map(fromSource));
  return found.flat();
}

async function typeScriptFiles(folder: string): Promise<string[]> {
  const names = await readdir(new URL(folder, root), { recursive: true });
  return names
    .map((name) => name.replaceAll('\\', '/'))
    .filter((name) => /(?<!\.d)\.ts$/.test(name) && !name.includes('generated/'))
    .map((name) => `${folder}${name}`)
    .sort();
}

async function fromSource(file: string): Promise<LocalizedString[]> {
  const strings = sourceStrings(file, await readFile(new URL(file, root), 'utf8'));
  const isOfRule = /^language\/src\/rules\/\w+\//.test(file);
  return strings
    .filter(({ text }, index) => strings.findIndex((other) => other.text === text) === index)
    .map(({ role, text, callArguments }) => ({
      area: file.split('/').slice(0, 3).join('/'),
      source: file,
      role: isOfRule ? roleInRule(role, text) : role,
      text,
      callArguments,
    }));
}

/** Returns the role of a string of the rules, where sentences are messages of diagnostics. */
function roleInRule(role: StringRole, text: string): StringRole {
  return role === 'message' || (role === 'other' && text.endsWith('.')) ? 'diagnostic' : role;
}

function fromManifest(): UserString[] {
  return Object.entries(manifestStrings)
    .filter(([key]) => !key.startsWith('rule.'))
    .map(([key, text]) => ({
      area: `package.nls.json: ${key.split('.')[0] ?? key}`,
      source: `package.nls.json ${key}`,
      role: manifestRole(key),
      text,
    }));
}

function manifestRole(key: string): StringRole {
  if (/^command\.\w+$/.test(key)) return 'command';
  // A step of the walkthrough ends with a button.
  if (/^walkthrough\.\w+\.description$/.test(key)) return 'other';
  return /^(?:setting|capabilities)\.|\bdescription$/.test(key) ? 'message' : 'title';
}

function fromRules(): UserString[] {
  const area = 'language/src/rules: documentation';
  return Object.entries({ ...rules, ...notices }).flatMap(([code, rule]) => [
    { area, source: `rule ${code}, title`, role: 'title', text: rule.title },
    { area, source: `rule ${code}, reason`, role: 'message', text: rule.reason },
    ...('source' in rule ? [{ area, source: `rule ${code}, source`, role: 'other' as const, text: rule.source }] : []),
  ]);
}

const schemaTexts: ReadonlySet<string> = new Set(['title', 'description', 'patternDescription', 'x-note']);
const schemaMessages: ReadonlySet<string> = new Set(['description', 'x-note', 'enumDescriptions']);

function fromSchema(value: unknown, pointer: string): UserString[] {
  if (Array.isArray(value)) return value.flatMap((element, index) => fromSchema(element, `${pointer}/${index}`));
  if (!isObject(value)) return [];
  return Object.entries(value).flatMap(([key, child]) => {
    const at = `${pointer}/${key}`;
    const texts: unknown[] = key === 'enumDescriptions' && Array.isArray(child) ? child : [child];
    if (!schemaTexts.has(key) && key !== 'enumDescriptions') return fromSchema(child, at);
    return texts.flatMap((text): UserString[] =>
      typeof text === 'string'
        ? [
            {
              area: 'schemas/lfjob.schema.json',
              source: `schemas/lfjob.schema.json${at}`,
              role: schemaMessages.has(key) ? 'message' : key === 'title' ? 'title' : 'other',
              text,
            },
          ]
        : fromSchema(text, at),
    );
  });
}

function fromSnippets(): UserString[] {
  const area = 'snippets/lfjob.json';
  return Object.entries(snippets).flatMap(([name, { description }]) => [
    { area, source: `${area} ${name}`, role: 'title', text: name },
    { area, source: `${area} ${name}`, role: 'other', text: description },
  ]);
}

/** The documentation that is written by hand. The pages about the rules are generated from the rules. */
async function fromDocumentation(): Promise<UserString[]> {
  const docs = (await readdir(new URL('docs/', root)))
    .filter((name) => name.endsWith('.md') && !name.startsWith('rules.'))
    .map((name) => `docs/${name}`);
  const files = ['README.md', 'CONTRIBUTING.md', 'CHANGELOG.md', ...docs.sort()];
  const found = await Promise.all(
    files.map(async (file) =>
      markdownBlocks(await readFile(new URL(file, root), 'utf8')).map((text): UserString => ({
        area: file,
        source: file,
        role: 'block',
        text,
      })),
    ),
  );
  return found.flat();
}
