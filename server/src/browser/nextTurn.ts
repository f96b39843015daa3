/** Returns a function that resolves in the next turn of the event loop. Unlike a timer, a message port is never delayed. */
export function createNextTurn(): () => Promise<void> {
  const { port1, port2 } = new MessageChannel();
  port1.start();
  return async () =>
    new Promise((resolve) => {
      port1.addEventListener('message', () => resolve(), { once: true });
      port2.postMessage(undefined);
    });
}
