import { setImmediate } from 'node:timers/promises';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Connection } from '../../../../client/src/connections/connection.ts';
import { RequestBases } from '../../../../client/src/preview/requestBases.ts';
import type { RequestBasis } from '../../../../client/src/preview/requestBasis.ts';
import type { JobDocument } from '../../../../client/src/submit/job.ts';
import { dev } from '../../../support/connections.ts';
import { existingJobs, updating } from '../../../support/requestBasis.ts';

const uri = 'file:///a.lfjob.json';
const looking = { kind: 'looking' };

/** The names that were looked up, with the functions that end each look-up, and the signals. */
let lookUps: {
  readonly name: string;
  readonly end: (basis: RequestBasis) => void;
  readonly signal: AbortSignal;
}[];
let timers: (() => void)[];
let changed: string[];
let bases: RequestBases;

beforeEach(() => {
  [lookUps, timers, changed] = [[], [], []];
  bases = new RequestBases({
    lookUp: async (_, { name }, signal) => {
      return new Promise((resolve) => lookUps.push({ name, end: resolve, signal }));
    },
    timer: (_, task) => {
      timers.push(task);
      return () => void (timers = timers.filter((timer) => timer !== task));
    },
    onDidChange: (document) => void changed.push(document),
  });
});

function render(name: string, connection: Connection = dev): RequestBasis {
  return bases.of(uri, connection, job(name));
}

function job(name: string): JobDocument {
  return { name, type: 't', body: '', secrets: [], references: [], sharedSecrets: [] };
}

const names = (): string[] => lookUps.map(({ name }) => name);

/** Ends the last look-up, and waits until that is known. */
async function found(basis: RequestBasis): Promise<void> {
  const before = changed.length;
  lookUps.at(-1)?.end(basis);
  await expect.poll(() => changed).toHaveLength(before + 1);
}

describe('what a preview is based on', () => {
  it('is looked up once, however often it is rendered', async () => {
    expect(render('n')).toEqual(looking);
    expect(render('n')).toEqual(looking);
    await found(updating('a'));
    expect(changed).toEqual([uri]);
    expect(render('n')).toEqual(updating('a'));
    expect(names()).toEqual(['n']);
  });

  it('is looked up for a name that is typed, once it has stayed the same', () => {
    render('n');
    for (const name of ['na', 'nam', 'name']) expect(render(name)).toEqual(looking);
    expect(names()).toEqual(['n']);
    expect(timers).toHaveLength(1);
    timers[0]?.();
    expect(names()).toEqual(['n', 'name']);
  });

  it('isn’t that of a name that was typed over', async () => {
    render('n');
    render('name');
    expect(lookUps[0]?.signal.aborted).toBe(true);
    lookUps[0]?.end(updating('a'));
    await setImmediate();
    expect(render('name')).toEqual(looking);
    expect(changed).toEqual([]);
  });

  it('is looked up at once for another connection', async () => {
    render('n');
    await found(updating('a'));
    expect(render('n', { ...dev, instanceId: 'other' })).toEqual(looking);
    expect(names()).toEqual(['n', 'n']);
  });

  it('is looked up again if it is outdated, and is used until then', async () => {
    render('n');
    await found(existingJobs());
    bases.outdate(uri);
    expect(names()).toEqual(['n']);
    expect(render('n')).toEqual(existingJobs());
    expect(names()).toEqual(['n', 'n']);
    await found(updating('a'));
    expect(render('n')).toEqual(updating('a'));
  });

  it('is what a review has read', () => {
    bases.put(uri, dev, job('n'), updating('a'));
    expect(render('n')).toEqual(updating('a'));
    expect(names()).toEqual([]);
  });

  it('is forgotten with the document: nothing is looked up any more', () => {
    render('n');
    render('name');
    bases.dispose();
    expect(timers).toEqual([]);
    expect(lookUps.map(({ signal }) => signal.aborted)).toEqual([true]);
  });
});
