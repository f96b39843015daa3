/**
 * What the log may contain of an error: its kind, and where it was thrown. Not its message, which can quote a document.
 */
export function describeFailure(error: unknown): string {
  if (!(error instanceof Error)) return 'something that is no error was thrown';
  const heading = String(error);
  const { stack = '' } = error;
  const places = stack.startsWith(`${heading}\n`) ? stack.slice(heading.length) : '';
  return error.name + places;
}
