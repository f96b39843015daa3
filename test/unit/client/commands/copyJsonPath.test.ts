import { expect, test } from 'vitest';
import { copyJsonPath } from '../../../../client/src/commands/copyJsonPath.ts';
import { FakePrompts, line } from '../../../support/prompts.ts';

async function copied(path: string | undefined, languageId: string | undefined = 'lfjob'): Promise<FakePrompts> {
  const prompts = new FakePrompts();
  const cursor = { uri: 'file:///a.lfjob.json', languageId, position: { line: 1, character: 2 } };
  await copyJsonPath({ prompts, cursor: () => cursor, jsonPathAt: async () => Promise.resolve(path) })();
  return prompts;
}

test('copies the path and shows a message', async () => {
  expect(await copied('$.type')).toMatchObject({ copied: ['$.type'], shown: ['status: Copied: $.type'] });
});

test('copies a long path whole and shows its beginning', async () => {
  const path = `$.${'x'.repeat(200)}`;
  expect(await copied(path)).toMatchObject({ copied: [path], shown: [`status: Copied: $.${'x'.repeat(98)}…`] });
});

test('reports that there is nothing to copy', async () => {
  expect(await copied(undefined)).toMatchObject({
    copied: [],
    shown: [line('info', 'no property at the cursor')],
  });
});

test('reports that another file isn’t a job', async () => {
  expect(await copied('$.type', 'json')).toMatchObject({
    copied: [],
    shown: [line('error', '.lfjob.json')],
  });
});
