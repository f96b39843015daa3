import { describe, expect, it } from 'vitest';
import type { Action } from '../../../../client/src/submit/submission.ts';
import { basisRemark } from '../../../../client/src/preview/basisRemark.ts';
import { actionOf, type LookedUp, type RequestBasis } from '../../../../client/src/preview/requestBasis.ts';
import { dev } from '../../../support/connections.ts';
import { elevenFortyOne, existingJobs } from '../../../support/requestBasis.ts';

const second: Action = { kind: 'update', job: { id: 'b', name: 'n', status: undefined } };

describe('the remark of a request', () => {
  it.each<[string, RequestBasis, Action['kind'], string]>([
    [
      'no connection is selected',
      { kind: 'noConnection', isSelectable: true },
      'create',
      'Creates a job. No connection is selected: replace the placeholders, or run Select Connection.',
    ],
    [
      'there is no connection',
      { kind: 'noConnection', isSelectable: false },
      'create',
      'Creates a job. There is no connection: replace the placeholders, or run Add Connection.',
    ],
    [
      'the workspace isn’t trusted',
      { kind: 'untrusted' },
      'create',
      'Creates a job. The workspace isn’t trusted, so existing jobs weren’t checked.',
    ],
    [
      'the user isn’t signed in',
      { kind: 'signedOut' },
      'create',
      'Creates a job. You aren’t signed in, so existing jobs weren’t checked.',
    ],
    [
      'it is being looked up',
      { kind: 'looking' },
      'create',
      'Checking for a job with this name and type… If there is none, this is the request.',
    ],
    [
      'the look-up failed',
      { kind: 'failed', failure: { kind: 'unreachable', cause: 'ECONNREFUSED' }, credential: 'token' },
      'create',
      'Creates a job. Couldn’t check for existing jobs: Couldn’t reach https://host (ECONNREFUSED).',
    ],
    [
      'the service refused the access keys',
      { kind: 'failed', failure: { kind: 'rejected', status: 401, body: {} }, credential: 'accessKey' },
      'create',
      'Creates a job. Couldn’t check for existing jobs: The access keys for connection "dev" weren’t accepted (401).',
    ],
    [
      'there is none',
      existingJobs(),
      'create',
      'Creates a job. The instance has none with this name and type. Checked at 11:41.',
    ],
    [
      'there is none as far as the list can be read',
      { kind: 'lookedUp', existing: { jobs: [], read: 2000, isComplete: false }, at: elevenFortyOne },
      'create',
      'Creates a job. Only part of the job list could be read (jobs read: 2000), and none of those jobs has this name and type. Checked at 11:41.',
    ],
    [
      'the list can’t be read',
      { kind: 'lookedUp', existing: undefined, at: elevenFortyOne },
      'create',
      'Creates a job. Couldn’t read the job list, so existing jobs weren’t checked. Checked at 11:41.',
    ],
    ['there is one', existingJobs('a'), 'update', 'Updates job a, which has this name and type. Checked at 11:41.'],
    [
      'there are two',
      existingJobs('a', 'b'),
      'create',
      'Creates a job. 2 jobs have this name and type. Submit Job asks which one to update. Checked at 11:41.',
    ],
    [
      'there are two, and one was selected',
      reviewed(existingJobs('a', 'b'), second),
      'update',
      'Updates job b, which has this name and type. Checked at 11:41.',
    ],
    [
      'there are two, and another was selected',
      reviewed(existingJobs('a', 'b'), { kind: 'create' }),
      'create',
      'Creates another job, as selected. 2 jobs have this name and type. Checked at 11:41.',
    ],
  ])('where %s', (_, basis, action, remark) => {
    expect(actionOf(basis).kind).toBe(action);
    expect(basisRemark(basis, dev)).toBe(remark);
  });

  it('is one line, whatever the connection is called', () => {
    const connection = { ...dev, name: 'a\nb\u2028c\u202ed' };
    const failure = { kind: 'rejected', status: 401, body: {} } as const;
    const remark = basisRemark({ kind: 'failed', failure, credential: 'token' }, connection);
    expect(remark).toContain('"a b c d"');
  });
});

function reviewed(basis: LookedUp, action: Action): LookedUp {
  return { ...basis, reviewed: action };
}
