import { expect, test } from 'vitest';
import manifest from '../../../../package.json' with { type: 'json' };
import { commandIds } from '../../../../client/src/commands/ids.ts';
import { commandTitle } from '../../../../client/src/commands/title.ts';

test('a command has the title of the manifest', () => {
  expect(commandIds.map((id) => commandTitle(manifest, id))).toEqual(
    manifest.contributes.commands.map(({ title }) => title),
  );
  expect(commandTitle(undefined, 'lakeformation.submitJob')).toBe('lakeformation.submitJob');
});
