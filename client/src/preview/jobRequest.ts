import { secretsOf, type Credential } from '../api/credential.ts';
import { headersOf } from '../api/http.ts';
import { jobsUrl } from '../api/jobs.ts';
import type { Connection } from '../connections/connection.ts';
import { mask, redaction } from '../redaction/redaction.ts';
import { createBody } from '../submit/requestBody.ts';
import { bodyParts, type BodyPart } from './bodyParts.ts';

/** The request that Submit Job makes of a document, with masks for the credential. */
export interface JobRequest {
  readonly connection: Connection;
  readonly method: 'POST';
  readonly url: string;
  /** Those of the extension; the platform adds its own, such as `Host`. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: readonly BodyPart[];
  /** Of the body in UTF-8, with the references as they are written. */
  readonly bytes: number;
}

/** Headers whose values are for the service alone. */
const masked = new Set(['x-auth-token', 'x-security-token', 'authorization']);

/**
 * The request for a job's text.
 * @param credential what it shows the service; a token where nobody has signed in
 * @throws RangeError for a text that is nested too deeply to be read
 */
export async function jobRequest(
  text: string,
  connection: Connection,
  credential: Credential = { kind: 'token', token: 'none' },
): Promise<JobRequest> {
  const url = jobsUrl(connection);
  const body = createBody(text);
  const headers = await headersOf({ method: 'POST', url, credential, body }, new Date());
  const redact = redaction(secretsOf(credential));
  return {
    connection,
    method: 'POST',
    url,
    headers: Object.fromEntries(
      Object.entries(headers).map(([name, value]) => [name, masked.has(name.toLowerCase()) ? mask : redact(value)]),
    ),
    body: bodyParts(body),
    bytes: new TextEncoder().encode(body).length,
  };
}
