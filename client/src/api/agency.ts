import { isObject } from '../../../language/src/documents/value.ts';
import { get, type ReadOptions } from './get.ts';
import { unreadable } from './http.ts';

/**
 * Returns whether the job authorization is in place, the agency `lakeformation_job_trust` that jobs run with:
 * `GET /v2/agency?agency_type=JOB_TRUST` (ShowAgency). Newer editions say so in `authorized`; before that, the agency is in
 * place where the response names its type.
 * @param endpoint scheme, host and port of LakeFormation
 * @throws ApiError
 */
export async function isJobAuthorized(endpoint: string, options: ReadOptions): Promise<boolean> {
  const answer = await get(`${endpoint}/v2/agency?agency_type=JOB_TRUST`, options);
  const { json } = answer;
  if (!isObject(json)) throw unreadable(answer, options.http);
  if (typeof json.authorized === 'boolean') return json.authorized;
  return json.agency_type === 'JOB_TRUST';
}
