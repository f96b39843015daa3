import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { readPublishedSchema } from '../../../scripts/compileSchemas.ts';
import { localizedStrings } from '../../../scripts/strings/userStrings.ts';
import { schemaTexts } from '../../../scripts/translatedTexts.ts';

const root = new URL('../../../', import.meta.url);

async function readTexts(path: string): Promise<ReadonlyMap<string, string>> {
  const object: unknown = JSON.parse(await readFile(new URL(path, root), 'utf8'));
  return new Map(Object.entries(object ?? {}).map(([key, text]) => [key, String(text)]));
}

/** What a translation keeps unchanged: placeholders, references, code, and targets of links. */
function fixedParts(text: string): string[] {
  return (text.match(/\{\d\}|\$\{[^}]*\}|`[^`]*`|\]\([^)]*\)/g) ?? []).sort();
}

const messages = new Map((await localizedStrings()).map(({ text }) => [text, text]));
const manifest = await readTexts('package.nls.json');
const schema = schemaTexts(await readPublishedSchema());

describe.each([
  ['messages', messages, await readTexts('l10n/bundle.l10n.zh-cn.json')],
  ['strings of the manifest', manifest, await readTexts('package.nls.zh-cn.json')],
  ['texts of the schema', schema, await readTexts('schemas/lfjob.schema.zh-cn.json')],
])('the Chinese %s', (_, english, chinese) => {
  it('are complete, and none is left over', () => {
    expect([...chinese.keys()].sort()).toEqual([...english.keys()].sort());
  });

  it('keep placeholders, references, code, and links', () => {
    const differing = [...english].filter(
      ([key, text]) => fixedParts(text).join() !== fixedParts(chinese.get(key) ?? '').join(),
    );
    expect(differing.map(([key]) => key)).toEqual([]);
  });

  it('end a sentence with a full-width period, and nothing else', () => {
    const isSentence = (text: string): boolean => /[.。]$/.test(text);
    const differing = [...english].filter(([key, text]) => isSentence(text) !== isSentence(chinese.get(key) ?? ''));
    expect(differing.map(([key]) => key)).toEqual([]);
    expect([...chinese.values()].filter((text) => /\p{Script=Han}\.$/u.test(text))).toEqual([]);
  });
});
