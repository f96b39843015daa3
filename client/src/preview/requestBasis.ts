import type { Credential } from '../api/credential.ts';
import type { Failure } from '../api/errors.ts';
import type { Action, ExistingJobs } from '../submit/submission.ts';

/** What is known of the jobs that a document's job may update: what the preview of its request is based on. */
export type RequestBasis =
  /** `isSelectable`: whether there are connections to select. */
  | { readonly kind: 'noConnection'; readonly isSelectable: boolean }
  | { readonly kind: 'untrusted' | 'signedOut' | 'looking' }
  | { readonly kind: 'failed'; readonly failure: Failure; readonly credential: Credential['kind'] }
  | LookedUp;

/** The jobs of the same name and type, as they were read. */
export interface LookedUp {
  readonly kind: 'lookedUp';
  readonly existing: ExistingJobs;
  /** Milliseconds since 1970. */
  readonly at: number;
  /** What the user is asked to confirm, where that was read for a review. */
  readonly reviewed?: Action;
}

/** Returns what Submit Job would do first; where it would ask which job is meant, that it creates one. */
export function actionOf(basis: RequestBasis): Action {
  if (basis.kind !== 'lookedUp') return { kind: 'create' };
  const [job, ...others] = basis.existing?.jobs ?? [];
  return basis.reviewed ?? (job && others.length === 0 ? { kind: 'update', job } : { kind: 'create' });
}
