import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { jobWithProperties } from '../../support/jobs.ts';
import { newMark } from './marks.ts';

/** Where the marked secrets of a test come from. */
export type SecretName =
  'stored' | 'askedFor' | 'variable' | 'address' | 'iamPassword' | 'wrongIamPassword' | 'typed' | 'moved' | 'replaced';

/** The marked texts of one test, which no other has, and the names of what has them. */
export interface Marks {
  readonly secrets: Readonly<Record<SecretName, string>>;
  /** Texts that aren't secrets: the search has to find them. */
  readonly harmless: { readonly name: string; readonly description: string; readonly connection: string };
  /** The documents. The first has references, and a password in its address. */
  readonly files: {
    readonly referring: string;
    readonly typed: string;
    readonly moved: string;
    readonly replaced: string;
  };
  /** The names of the secrets that are referred to. */
  readonly references: { readonly stored: string; readonly askedFor: string; readonly variable: string };
}

/** Creates the marks of a test. `name` is in the names of its documents, secrets, and variable. */
export function newMarks(name: string): Marks {
  const fileOf = (kind: string): string => `${name}_${kind}.lfjob.json`;
  const referenceTo = (kind: string): string => `${name}_${kind}`.toUpperCase();
  return {
    secrets: {
      stored: newMark(),
      askedFor: newMark(),
      variable: newMark(),
      address: newMark(),
      iamPassword: newMark(),
      wrongIamPassword: newMark(),
      typed: newMark(),
      moved: newMark(),
      replaced: newMark(),
    },
    harmless: { name: newMark(), description: newMark(), connection: newMark() },
    files: {
      referring: fileOf('referring'),
      typed: fileOf('typed'),
      moved: fileOf('moved'),
      replaced: fileOf('replaced'),
    },
    references: {
      stored: referenceTo('stored'),
      askedFor: referenceTo('asked_for'),
      variable: referenceTo('variable'),
    },
  };
}

/** The document that has a secret in its text, where it is to be seen; `undefined` where none has. */
export function documentOf(secret: string, { files }: Marks): string | undefined {
  const documents = new Map([
    ['address', files.referring],
    ['typed', files.typed],
    ['moved', files.moved],
    ['replaced', files.replaced],
  ]);
  return documents.get(secret);
}

/** Writes the documents of a test into a folder. */
export async function writeMarkedJobs(folder: string, { secrets, harmless, files, references }: Marks): Promise<void> {
  const address = `jdbc:mysql://hive:${secrets.address}@192.168.0.10:3306/hivemeta`;
  const { stored, askedFor, variable } = references;
  const texts = {
    [files.referring]: jobText(
      harmless.name,
      `"jdbc_url": "${address}", "password": "\${secret:${stored}}", "access_key": "\${secret:${askedFor}}", "secret_key": "\${env:${variable}}"`,
    ).replace('"type"', `"description": "${harmless.description}",\n  "type"`),
    [files.typed]: jobText('typed', '"password": ""'),
    [files.moved]: jobText('moved', `"password": "${secrets.moved}"`),
    [files.replaced]: jobText('replaced', `"password": "${secrets.replaced}"`),
  };
  for (const [name, text] of Object.entries(texts)) await writeFile(join(folder, name), text);
}

function jobText(name: string, properties: string): string {
  return jobWithProperties('datasource_parameter', properties).replace(/"name": "[^"]*"/, `"name": "${name}"`);
}
