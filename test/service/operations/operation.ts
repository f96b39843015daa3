import type { IncomingHttpHeaders } from 'node:http';
import type { Answer } from '../answers.ts';
import type { Content } from '../content.ts';
import type { ListedInstance } from '../instances.ts';
import type { Jobs } from '../jobs.ts';
import type { ListedProject } from '../projects.ts';
import type { TokenIssuer } from '../tokens.ts';

/** A request as an operation sees it: its credential and instance were checked before. */
export interface OperationRequest {
  readonly ids: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  readonly headers: IncomingHttpHeaders;
  /** The body's JSON; `undefined` when it is none. */
  readonly body: unknown;
}

/** The state that operations work on. */
export interface OperationWorld {
  readonly projectId: string;
  /** The projects of the account. */
  readonly projects: readonly ListedProject[];
  readonly instances: readonly ListedInstance[];
  /** What the instance and the account have. */
  readonly content: Content;
  readonly jobs: Jobs;
  readonly tokens: TokenIssuer;
  /** How `status` is printed: as the examples do, in an object, or as the tables specify, as text. */
  readonly statusShape: 'object' | 'text';
}

export type Operation = (request: OperationRequest, world: OperationWorld) => Answer;
