import type { InstanceAddress } from './jobs.ts';

/** Returns a text that identifies an instance. */
export function instanceKey({ endpoint, projectId, instanceId }: InstanceAddress): string {
  return JSON.stringify([endpoint, projectId, instanceId]);
}
