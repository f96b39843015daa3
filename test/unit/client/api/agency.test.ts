import { afterEach, beforeEach, expect, test } from 'vitest';
import { isJobAuthorized } from '../../../../client/src/api/agency.ts';
import { startService, type LocalService } from '../../../service/service.ts';
import { readOptionsFor } from '../../../support/reads.ts';

let service: LocalService;

beforeEach(async () => (service = await startService()));
afterEach(async () => service.close());

test.each([true, false])('jobs are authorized where the agency is there: %s', async (isAuthorized) => {
  service.content.isAuthorized = isAuthorized;
  expect(await isJobAuthorized(service.url, readOptionsFor(service))).toBe(isAuthorized);
});

test.each([
  [{ agency_type: 'JOB_TRUST', agency_name: 'lakeformation_job_trust', authorized: false }, false],
  [{ authorized: true }, true],
  [{ agency_type: 'ADMIN_TRUST' }, false],
])('%j of a newer edition: %s', async (body, expected) => {
  service.faults.next('showAgency', { kind: 'answer', answer: { status: 200, body } });
  expect(await isJobAuthorized(service.url, readOptionsFor(service))).toBe(expected);
});
