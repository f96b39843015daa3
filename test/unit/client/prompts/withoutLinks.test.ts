import { expect, test } from 'vitest';
import { withoutLinks } from '../../../../client/src/prompts/withoutLinks.ts';

test.each([
  ['Job "nightly" was created.', 'Job "nightly" was created.'],
  ['[Details](command:workbench.action.terminal.new)', '[Details] (command:workbench.action.terminal.new)'],
  ['[a](https://a.example "[b](https://b.example)")', '[a] (https://a.example "[b] (https://b.example)")'],
])('%s has no link', (message, shown) => {
  expect(withoutLinks(message)).toBe(shown);
});
