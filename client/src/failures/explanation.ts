/** What a failure means to a user. */
export interface Explanation {
  /** What is wrong, in a sentence. */
  readonly reason: string;
  /** What to do, in sentences; empty where there is nothing. */
  readonly advice: string;
}
