/** An instance as the list has it: the properties of GET /v1/{project_id}/instances. */
export interface ListedInstance {
  readonly instance_id: string;
  readonly name: string;
  readonly description: string;
  readonly enterprise_project_id: string;
  readonly shared: boolean;
  readonly default_instance: boolean;
  readonly create_time: string;
  readonly update_time: string;
  readonly status: InstanceStatus;
  readonly in_recycle_bin: boolean;
}

export type InstanceStatus =
  | 'RESOURCE_PREPARATION'
  | 'RUNNING'
  | 'RESOURCE_RELEASE'
  | 'DELETED'
  | 'RESOURCE_PREPARATION_FAIL'
  | 'FROZEN_RELEASABLE'
  | 'FROZEN_UNRELEASABLE'
  | 'RECOVERING'
  | 'DELETING'
  | 'SCALING'
  | 'SCALE_FAIL';

/** An instance that runs, with what a test wants otherwise. */
export function instanceOf(id: string, changes: Partial<ListedInstance> = {}): ListedInstance {
  return {
    instance_id: id,
    name: 'lakeformation',
    description: '',
    enterprise_project_id: '0',
    shared: true,
    default_instance: false,
    create_time: '2023-05-27T10:04:35.743Z',
    update_time: '2023-05-27T10:04:35.743Z',
    status: 'RUNNING',
    in_recycle_bin: false,
    ...changes,
  };
}
