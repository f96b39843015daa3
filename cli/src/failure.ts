/** Ends a command with a sentence for the user and exit code 2. The message is translated. */
export class Failure extends Error {
  override readonly name = 'Failure';
}

/** Returns the code of an error of the system, such as `ENOENT`, or the name of any other error. Never its message. */
export function errorCode(error: unknown): string {
  if (!(error instanceof Error)) return 'Error';
  return 'code' in error && typeof error.code === 'string' ? error.code : error.name;
}
