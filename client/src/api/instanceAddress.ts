/** One LakeFormation instance. */
export interface InstanceAddress {
  /** Scheme, host and port, without a path. */
  readonly endpoint: string;
  readonly projectId: string;
  readonly instanceId: string;
}

/** The URL of an instance, below which is what it has. */
export function instanceUrl({ endpoint, projectId, instanceId }: InstanceAddress): string {
  return `${endpoint}/v1/${encodeURIComponent(projectId)}/instances/${encodeURIComponent(instanceId)}`;
}

/** Returns a text that identifies an instance. */
export function instanceKey({ endpoint, projectId, instanceId }: InstanceAddress): string {
  return JSON.stringify([endpoint, projectId, instanceId]);
}
