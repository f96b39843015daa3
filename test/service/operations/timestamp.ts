/** A time as IAM prints it, with six digits after the second: `2023-05-27T10:04:35.743000Z`. */
export function timestamp(milliseconds: number): string {
  return new Date(milliseconds).toISOString().replace('Z', '000Z');
}
