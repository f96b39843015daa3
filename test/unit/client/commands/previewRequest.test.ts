import { describe, expect, test } from 'vitest';
import { copyRequest, previewRequest } from '../../../../client/src/commands/previewRequest.ts';
import { ConnectionChoice } from '../../../../client/src/connections/choice.ts';
import { dev, noFolders } from '../../../support/connections.ts';
import { InMemoryMemento } from '../../../support/memento.ts';
import { FakePrompts, line } from '../../../support/prompts.ts';

const uri = 'file:///a.lfjob.json';
const job = '{"name":"nightly","type":"METADATA_DISCOVERY"}';

/** The services of a window with one document. */
function servicesFor(text: string, { languageId = 'lfjob', connections = [dev] } = {}) {
  const prompts = new FakePrompts();
  const read = () => ({ usable: connections, problems: [] });
  return {
    prompts,
    connections: new ConnectionChoice(read, new InMemoryMemento(), prompts, noFolders),
    openDocument: async () => Promise.resolve({ uri, languageId, text, show: async () => Promise.resolve() }),
  };
}

describe('Preview Request', () => {
  test.each<[string, Parameters<typeof servicesFor>, string[], unknown[]]>([
    ['of a job', [job], [uri], []],
    ['of another file', [job, { languageId: 'json' }], [], [line('error', '.lfjob.json')]],
    ['of a text that is not JSON', ['{"name":"nightly"'], [], [line('error', 'a name and a type')]],
    ['of a job without a type', ['{"name":"nightly"}'], [], [line('error', 'a name and a type')]],
    ['without a connection', [job, { connections: [] }], [], []],
  ])('%s', async (_, [text, options], expected, messages) => {
    const services = servicesFor(text, options);
    const shown: string[] = [];
    await previewRequest(services, async (preview) => Promise.resolve().then(() => void shown.push(preview)))();
    expect(shown).toEqual(expected);
    expect(services.prompts.shown).toEqual(messages);
  });
});

describe('copying a request', () => {
  test('copies it in its form and says so in the status bar', async () => {
    const services = servicesFor(job);
    await copyRequest(
      services,
      ({ method, url }) => `${method} ${url}`,
      () => 'Copied',
    )();
    expect(services.prompts.copied).toEqual(['POST https://host/v1/p/instances/i/lf-jobs']);
    expect(services.prompts.shown).toEqual(['status: Copied']);
  });

  test('copies nothing where there is no request', async () => {
    const services = servicesFor('');
    await copyRequest(
      services,
      () => 'request',
      () => 'Copied',
    )();
    expect(services.prompts.copied).toEqual([]);
  });
});
