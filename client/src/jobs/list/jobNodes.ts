import type { ListedJob, Run } from '../../api/run.ts';

/** A connection in the view. */
export interface ConnectionNode {
  readonly kind: 'connection';
  /** Its name. */
  readonly connection: string;
}

/** A job in the view: also what the commands of its menu are called with. */
export interface JobNode {
  readonly kind: 'job';
  readonly connection: string;
  readonly id: string;
  readonly name: string;
  readonly type: string;
  readonly job: ListedJob;
  /** The URI of the document that it was submitted from last, if that is known. */
  readonly document: string | undefined;
}

/** A run of a job. */
export interface RunNode {
  readonly kind: 'run';
  readonly of: JobNode;
  readonly run: Run;
  readonly index: number;
}

/** A row that isn't a job: why there are none, or what else can be done. */
export interface MessageNode {
  readonly kind: 'message';
  /** What distinguishes it from the others. */
  readonly id: string;
  readonly label: string;
  readonly description?: string;
  /** The name of a codicon. */
  readonly icon: string;
  /** What a click does. */
  readonly command?: { readonly title: string; readonly command: string; readonly arguments?: unknown[] };
}

export type JobsNode = ConnectionNode | JobNode | RunNode | MessageNode;
