import { describe, expect, test } from 'vitest';
import { JobLinks } from '../../../../client/src/state/jobLinks.ts';
import { dev } from '../../../support/connections.ts';
import { InMemoryMemento } from '../../../support/memento.ts';

const link = { id: '1', name: 'job', type: 'METADATA_DISCOVERY' };
const prod = { ...dev, instanceId: 'other' };
const ignore = (): void => undefined;

describe('JobLinks', () => {
  test('has the job of a document in each instance', async () => {
    const links = new JobLinks(new InMemoryMemento(), ignore);
    await links.set('file:///a', dev, link);
    expect(links.get('file:///a', dev)).toMatchObject(link);
    expect(links.get('file:///a', prod)).toBeUndefined();
    expect(links.get('file:///b', dev)).toBeUndefined();
  });

  test('has the documents of a job', async () => {
    const links = new JobLinks(new InMemoryMemento(), ignore);
    await links.set('file:///a', dev, link);
    await links.set('untitled:b', dev, link);
    await links.set('file:///c', prod, link);
    expect(links.documentsOf('1', dev)).toEqual(['file:///a', 'untitled:b']);
    expect([...links.documentsIn(dev)]).toEqual([['1', 'untitled:b']]);
  });

  test('keeps those of files, and forgets those of documents without one', async () => {
    const memory = new InMemoryMemento();
    const links = new JobLinks(memory, ignore);
    await links.set('file:///a', dev, link);
    await links.set('untitled:b', dev, link);
    const later = new JobLinks(memory, ignore);
    expect(later.get('file:///a', dev)).toMatchObject(link);
    expect(later.get('untitled:b', dev)).toBeUndefined();
  });

  test('forgets a job that was deleted', async () => {
    const links = new JobLinks(new InMemoryMemento(), ignore);
    await links.set('file:///a', dev, link);
    await links.delete('file:///a', dev);
    expect(links.get('file:///a', dev)).toBeUndefined();
  });

  test('keeps the newest 1,000', async () => {
    const links = new JobLinks(new InMemoryMemento(), ignore);
    for (let count = 0; count <= 1_000; count++) await links.set(`file:///${count}`, dev, link);
    expect(links.get('file:///0', dev)).toBeUndefined();
    expect(links.get('file:///1', dev)).toBeDefined();
  });

  test('ignores what another version has stored', () => {
    const memory = new InMemoryMemento();
    void memory.update('lakeformation.jobs', { a: 1, b: { id: 2 }, c: null });
    expect(new JobLinks(memory, ignore).documentsOf('1', dev)).toEqual([]);
  });
});
