import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { lookUpBasis } from '../../../../client/src/preview/lookUpBasis.ts';
import type { RequestBasis } from '../../../../client/src/preview/requestBasis.ts';
import { startService, type LocalService } from '../../../service/service.ts';
import { openSignedInWindow, openWindow, pastedSession, type SubmitWindow } from '../../../support/submitWindow.ts';

let service: LocalService;

beforeEach(async () => (service = await startService()));
afterEach(async () => service.close());

async function lookUp({ services, prompts }: SubmitWindow, name = 'n'): Promise<RequestBasis | undefined> {
  const [connection] = services.usableConnections();
  const job = { name, type: 'METADATA_DISCOVERY', body: '', secrets: [], references: [], sharedSecrets: [] };
  return connection && lookUpBasis(services, connection, job, prompts);
}

describe('looking up what a request is based on', () => {
  it('reads the job list once, and asks nothing', async () => {
    const window = await openSignedInWindow(service, { now: () => 41 });
    expect(await lookUp(window)).toEqual({
      kind: 'lookedUp',
      existing: { jobs: [], read: 0, isComplete: true },
      at: 41,
    });
    expect(service.requests.all.map(({ method }) => method)).toEqual(['GET']);
    expect(window.prompts.shown).toEqual([expect.stringMatching(/^progress: /)]);
  });

  it.each<[string, () => Promise<SubmitWindow>, string]>([
    ['a user who isn’t signed in', async () => Promise.resolve(openWindow(service)), 'signedOut'],
    ['a workspace that isn’t trusted', async () => openSignedInWindow(service, { trusted: false }), 'untrusted'],
  ])('requests nothing for %s', async (_, open, kind) => {
    expect(await lookUp(await open())).toEqual({ kind });
    expect(service.requests.all).toEqual([]);
  });

  it('returns that the credential was refused, and asks for no other one', async () => {
    const window = openWindow(service);
    await window.remember(pastedSession(randomUUID()));
    expect(await lookUp(window)).toMatchObject({ kind: 'failed', failure: { status: 401 }, credential: 'token' });
    expect(window.prompts.shown).toEqual([expect.stringMatching(/^progress: /)]);
  });

  it('returns that only the list can’t be read', async () => {
    service.faults.next('listJobs', { kind: 'answer', answer: { status: 403, body: '{}' } });
    expect(await lookUp(await openSignedInWindow(service))).toMatchObject({ kind: 'lookedUp', existing: undefined });
  });
});
