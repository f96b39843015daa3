/** A text that isn't a job but has one in it. */
export interface OtherFormat {
  readonly kind: OtherFormatKind;
  /** The text of the job, indented by 2 spaces; `undefined` where none was found. */
  readonly job: string | undefined;
  /** Whether the rest of the text has a token, signature, or password for the service. */
  readonly hasCredential: boolean;
}

export type OtherFormatKind = 'curl' | 'http' | 'kooCli' | 'markdown' | 'code' | 'yaml' | 'response';
