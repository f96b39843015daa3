/** Work that yields now and then, so that its caller can read what has arrived or stop it. It returns a result. */
export type Steps<Result> = Generator<undefined, Result>;

/** Runs steps to their end without a pause. @returns their result */
export function runSteps<Result>(steps: Steps<Result>): Result {
  for (;;) {
    const { done, value } = steps.next();
    if (done === true) return value;
  }
}
