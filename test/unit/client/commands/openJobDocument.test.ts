import { describe, expect, test } from 'vitest';
import { openJobDocument } from '../../../../client/src/commands/openJobDocument.ts';
import type { OpenDocument } from '../../../../client/src/editor/documents.ts';
import { FakePrompts, line, type Answers } from '../../../support/prompts.ts';

const sales = { uri: 'file:///lake/sales.lfjob.json', name: 'sales.lfjob.json', path: 'sales.lfjob.json' };
const other = { uri: 'file:///lake/dev/sales.lfjob.json', name: 'sales.lfjob.json', path: 'dev/sales.lfjob.json' };
const readme = 'file:///lake/README.md';

/** A window with these tabs; `active` is the URI of the active text editor. */
function windowWith(openJobs: readonly (typeof sales)[], active?: string, answers?: Answers) {
  const prompts = new FakePrompts(answers);
  const shown: string[] = [];
  const read = (uri: string): OpenDocument => ({
    uri,
    path: uri,
    languageId: uri.endsWith('.lfjob.json') ? 'lfjob' : 'markdown',
    text: '{}',
    isUnsaved: false,
    show: async () => Promise.resolve().then(() => void shown.push(uri)),
  });
  return {
    prompts,
    shown,
    openJobs: () => openJobs,
    openPracticeJob: async () => Promise.resolve().then(() => void shown.push('practice job')),
    openDocument: async (target: unknown) => {
      const uri = typeof target === 'string' ? target : active;
      return Promise.resolve(uri === undefined ? undefined : read(uri));
    },
  };
}

describe('the document of a command about a job', () => {
  test.each<[string, string | undefined, string | undefined]>([
    ['is the one that it was called with', sales.uri, other.uri],
    ['is the active one', undefined, sales.uri],
  ])('%s', async (_, target, active) => {
    const window = windowWith([other, sales], active);
    expect(await openJobDocument(window, target)).toMatchObject({ uri: sales.uri });
    expect([window.shown, window.prompts.shown]).toEqual([[], []]);
  });

  test('is none where the command was called with another file', async () => {
    const window = windowWith([sales], sales.uri);
    expect(await openJobDocument(window, readme)).toBeUndefined();
    expect(window.prompts.shown).toEqual([line('error', 'isn’t a LakeFormation job')]);
  });
});

describe.each([undefined, readme])('without an active job, when the active editor has %s', (active) => {
  test('is the only open job, which is shown', async () => {
    const window = windowWith([sales], active);
    expect(await openJobDocument(window, undefined)).toMatchObject({ uri: sales.uri });
    expect([window.shown, window.prompts.shown]).toEqual([[sales.uri], []]);
  });

  test('is the selected one of several open jobs, which is shown', async () => {
    const window = windowWith([other, sales], active, { picks: ['sales.lfjob.json'] });
    expect(await openJobDocument(window, undefined)).toMatchObject({ uri: other.uri });
    expect(window.shown).toEqual([other.uri]);
    expect(window.prompts.shown).toEqual(['pick: Open Jobs: sales.lfjob.json, sales.lfjob.json']);
  });

  test('is none when none is selected', async () => {
    const window = windowWith([other, sales], active);
    expect(await openJobDocument(window, undefined)).toBeUndefined();
    expect(window.shown).toEqual([]);
  });

  test('is none when none is open, and the practice job is offered', async () => {
    const window = windowWith([], active, { buttons: { 'No job is open': 'Open Practice Job' } });
    expect(await openJobDocument(window, undefined)).toBeUndefined();
    expect(window.prompts.shown).toEqual([line('error', 'No job is open', '[Open Practice Job]')]);
    expect(window.shown).toEqual(['practice job']);
  });
});
