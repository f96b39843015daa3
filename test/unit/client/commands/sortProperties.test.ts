import { expect, test } from 'vitest';
import { sortPropertiesCommand } from '../../../../client/src/commands/sortProperties.ts';
import type { Edit } from 'jsonc-parser';
import { FakePrompts, line } from '../../../support/prompts.ts';

const uri = 'file:///lake/nightly.lfjob.json';

/** Sorts a document, and returns what it contains then and what is shown. `isChanged`: it has changed in the meantime. */
async function sort(text: string, { isChanged = false, languageId = 'lfjob' } = {}) {
  const prompts = new FakePrompts();
  let sorted = text;
  const services = {
    prompts,
    openDocument: async () =>
      Promise.resolve({ uri, path: uri, languageId, text, isUnsaved: false, show: async () => Promise.resolve() }),
    openJobs: () => [],
    openPracticeJob: async () => Promise.resolve(),
    editDocument: async (edited: string, before: string, { offset, length, content }: Edit) => {
      expect([edited, before]).toEqual([uri, text]);
      if (!isChanged) sorted = text.slice(0, offset) + content + text.slice(offset + length);
      return Promise.resolve(!isChanged);
    },
  };
  await sortPropertiesCommand(services)(uri);
  return { sorted, shown: prompts.shown };
}

test.each<[string, string, string, unknown[]]>([
  ['sorts the properties', '{"type":"t","name":"n"}', '{"name":"n","type":"t"}', []],
  ['moves comments with them', '{"type":"t", /* n */ "name":"n"}', '{ /* n */ "name":"n","type":"t"}', []],
  ['reports that they are sorted', '{"name":"n"}', '{"name":"n"}', ['status: The properties are already sorted.']],
  [
    'reports that the text isn’t JSON',
    '{"type":"t" "name":"n"}',
    '{"type":"t" "name":"n"}',
    [line('error', 'isn’t valid JSON')],
  ],
  ['reports that the document is empty', '', '', [line('error', 'isn’t valid JSON')]],
])('%s', async (_, text, sorted, shown) => {
  expect(await sort(text)).toEqual({ sorted, shown });
});

test('reports that the document has changed in the meantime', async () => {
  expect((await sort('{"type":"t","name":"n"}', { isChanged: true })).shown).toEqual([line('error', 'it has changed')]);
});

test('reports that another file isn’t a job', async () => {
  expect((await sort('{}', { languageId: 'json' })).shown).toEqual([line('error', '.lfjob.json')]);
});
