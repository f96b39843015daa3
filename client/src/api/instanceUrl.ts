import type { InstanceAddress } from './jobs.ts';

/** The URL of an instance, below which is what it has. */
export function instanceUrl({ endpoint, projectId, instanceId }: InstanceAddress): string {
  return `${endpoint}/v1/${encodeURIComponent(projectId)}/instances/${encodeURIComponent(instanceId)}`;
}
