import { join } from 'node:path';
import type { Arguments } from '../arguments/readArguments.ts';
import { Failure } from '../failure.ts';
import { readText } from '../files/readText.ts';
import type { ExitCode, Host } from '../host.ts';

/** Prints the schema of a job: what other tools check without false alarms, or with `--strict` all limits. */
export async function schema({ output, packageFolder }: Host, given: Arguments): Promise<ExitCode> {
  const file = given.has('strict') ? 'dist/schemas/lfjob.strict.schema.json' : 'schemas/lfjob.schema.json';
  const read = await readText(join(packageFolder, file), file);
  if ('failure' in read) throw new Failure(read.failure);
  await output.write(read.text);
  return 0;
}
