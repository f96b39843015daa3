import { ProgressLocation, window } from 'vscode';
import { withoutLinks } from './withoutLinks.ts';

/** A task that ends within this time shows no progress, in milliseconds: the message would only flash up. */
const progressDelay = 500;

/**
 * Runs a task; one that takes its time is shown in a message with a Cancel button, which aborts the signal.
 * @param task may report what it does
 */
export async function runWithProgress<T>(
  title: string,
  task: (signal: AbortSignal, report: (message: string) => void) => Promise<T>,
): Promise<T> {
  const shownTitle = withoutLinks(title);
  const controller = new AbortController();
  let lastMessage: string | undefined;
  let report = (message: string): void => void (lastMessage = message);
  const running = task(controller.signal, (message) => report(message));
  if (await endsWithin(progressDelay, running)) return running;
  return window.withProgress(
    { location: ProgressLocation.Notification, title: shownTitle, cancellable: true },
    async (progress, cancellation) => {
      const subscription = cancellation.onCancellationRequested(() => controller.abort());
      report = (message) => progress.report({ message: withoutLinks(message) });
      if (lastMessage !== undefined) report(lastMessage);
      try {
        return await running;
      } finally {
        subscription.dispose();
      }
    },
  );
}

async function endsWithin(milliseconds: number, running: Promise<unknown>): Promise<boolean> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const elapsed = new Promise<false>((resolve) => {
    timer = setTimeout(() => resolve(false), milliseconds);
  });
  const ended = running.then(
    () => true,
    () => true,
  );
  try {
    return await Promise.race([ended, elapsed]);
  } finally {
    clearTimeout(timer);
  }
}
