/** Runs a computation that can be stopped between its steps to its end. @returns its result */
export function runSteps<Result>(steps: Generator<unknown, Result>): Result {
  for (;;) {
    const { done, value } = steps.next();
    if (done === true) return value;
  }
}
