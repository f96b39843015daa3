import type { ConnectionChoice } from '../connections/choice.ts';

/** Select Connection: where the jobs of this workspace go. */
export function selectConnection(connections: ConnectionChoice): () => Promise<void> {
  return async () => {
    await connections.select();
  };
}
