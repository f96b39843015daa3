import { secretsOf, type Credential } from '../api/credential.ts';
import { headersOf } from '../api/http.ts';
import type { InstanceAddress } from '../api/instanceAddress.ts';
import { jobsUrl, jobUrl } from '../api/jobs.ts';
import type { Connection } from '../connections/connection.ts';
import { mask, redaction } from '../redaction/redaction.ts';
import { createBody, updateBody } from '../submit/requestBody.ts';
import type { Action } from '../submit/submission.ts';
import { bodyParts, type BodyPart } from './bodyParts.ts';
import { actionOf, type RequestBasis } from './requestBasis.ts';

/** The request that Submit Job makes of a document, with masks for the credential. */
export interface JobRequest {
  /** `undefined` where none is selected; then the URL has placeholders. */
  readonly connection: Connection | undefined;
  readonly basis: RequestBasis;
  readonly action: Action;
  readonly method: 'POST' | 'PUT';
  readonly url: string;
  /** Those of the extension; the platform adds its own, such as `Host`. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: readonly BodyPart[];
  /** Of the body in UTF-8, with the references as they are written. */
  readonly bytes: number;
}

/** What a request depends on besides the document and the connection. By default, nobody has signed in. */
export interface RequestOptions {
  readonly basis?: RequestBasis;
  /** What it shows the service. */
  readonly credential?: Credential | undefined;
}

/** Stands for an instance, as in the API reference. */
export const placeholders: InstanceAddress = {
  endpoint: 'https://{endpoint}',
  projectId: '{project_id}',
  instanceId: '{instance_id}',
};

/** Headers with values for the service only. */
const masked = new Set(['x-auth-token', 'x-security-token', 'authorization']);

/** The request for a job's text. */
export async function jobRequest(
  text: string,
  connection: Connection | undefined,
  { basis = { kind: 'signedOut' }, credential = { kind: 'token', token: 'none' } }: RequestOptions = {},
): Promise<JobRequest> {
  const action = actionOf(basis);
  const method = action.kind === 'create' ? 'POST' : 'PUT';
  const url = connection === undefined ? decodeURI(jobsUrl(placeholders)) : actionUrl(connection, action);
  const body = action.kind === 'create' ? createBody(text) : updateBody(text);
  const headers = await headersOf({ method, url, credential, body }, new Date());
  const redact = redaction(secretsOf(credential));
  return {
    connection,
    basis,
    action,
    method,
    url,
    headers: Object.fromEntries(
      Object.entries(headers).map(([name, value]) => [name, masked.has(name.toLowerCase()) ? mask : redact(value)]),
    ),
    body: bodyParts(body),
    bytes: new TextEncoder().encode(body).length,
  };
}

function actionUrl(address: InstanceAddress, action: Action): string {
  return action.kind === 'create' ? jobsUrl(address) : jobUrl(address, action.job.id);
}
