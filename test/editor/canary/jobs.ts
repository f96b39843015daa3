import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { jobWithMembers } from '../../support/jobs.ts';
import { newMark } from './marks.ts';

/** Marked texts that are no secret: the search has to find them. */
export const harmless = { name: newMark(), description: newMark(), connection: newMark() };

/** The job that has references, and a password in its address. */
export const referring = 'referring.lfjob.json';

/** The environment variable that the editor is started with. */
export const variable = 'LFJOB_CANARY';

/** Marked secrets, by where they come from. */
export const secrets = {
  stored: newMark(),
  askedFor: newMark(),
  variable: newMark(),
  address: newMark(),
  iamPassword: newMark(),
  wrongIamPassword: newMark(),
  typed: newMark(),
  moved: newMark(),
  replaced: newMark(),
} as const;

/** The IAM user that one signs in as. */
export const user = { domain: 'company', name: 'engineer', password: secrets.iamPassword };

export type SecretName = keyof typeof secrets;

/** The documents that have a secret in their text, which is to be seen there. */
export const documentOf: Partial<Record<SecretName, string>> = {
  address: referring,
  typed: 'typed.lfjob.json',
  moved: 'moved.lfjob.json',
  replaced: 'replaced.lfjob.json',
};

const address = `jdbc:mysql://hive:${secrets.address}@192.168.0.10:3306/hivemeta`;

function jobText(name: string, members: string): string {
  return jobWithMembers('datasource_parameter', members).replace(/"name": "[^"]*"/, `"name": "${name}"`);
}

/** Writes the jobs into a folder. */
export async function writeCanaryJobs(folder: string): Promise<void> {
  const texts = {
    [referring]: jobText(
      harmless.name,
      `"jdbc_url": "${address}", "password": "\${secret:STORED}", "access_key": "\${secret:ASKED_FOR}", "secret_key": "\${env:${variable}}"`,
    ).replace('"type"', `"description": "${harmless.description}",\n  "type"`),
    'typed.lfjob.json': jobText('typed', '"password": ""'),
    'moved.lfjob.json': jobText('moved', `"password": "${secrets.moved}"`),
    'replaced.lfjob.json': jobText('replaced', `"password": "${secrets.replaced}"`),
  };
  for (const [name, text] of Object.entries(texts)) await writeFile(join(folder, name), text);
}
