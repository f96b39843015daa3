import type { Instance } from '../api/instances.ts';
import type { Project } from '../api/projects.ts';
import type { Connection, Draft } from './connection.ts';

/** How the questions of a sign-in are asked as a part of others. */
export interface SignInPlace {
  readonly title: string;
  /** How many questions were asked before, and how many are to come. */
  readonly before: number;
  readonly after: number;
  /** Whether the user came back from a later question. */
  readonly isBack: boolean;
}

/** `addresses`: the user wants to enter other addresses first. */
export type SignInReply = 'entered' | 'back' | 'addresses' | 'left';

/** What the credentials show about the projects. If they can't be read, a message has shown why. */
export type ProjectFinding =
  /** The credentials are for this project alone. */
  | { readonly kind: 'project'; readonly project: Project }
  | { readonly kind: 'projects'; readonly projects: readonly Project[] }
  | { readonly kind: 'unknown' }
  /** They weren't accepted, or the user canceled: the sign-in is asked again. */
  | { readonly kind: 'refused' };

/** What the credentials show about the instances of a project. */
export type InstanceFinding =
  | {
      readonly kind: 'instances';
      readonly instances: readonly Instance[];
      /** Who is signed in where, as a sentence. */
      readonly summary: string;
    }
  | { readonly kind: 'unknown' }
  | { readonly kind: 'refused' };

/** The sign-in to a connection that isn't complete yet. Until `keep`, all of it is in memory. */
export interface DraftSignIn {
  /** Asks how to sign in, at the addresses of a draft. */
  ask(draft: Draft, place: SignInPlace): Promise<SignInReply>;
  /** How many questions it has. */
  readonly steps: number;
  projects(draft: Draft): Promise<ProjectFinding>;
  instances(draft: Draft): Promise<InstanceFinding>;
  /** Stores the sign-in for a connection that was written to the settings, and shows who is signed in. */
  keep(connection: Connection): Promise<void>;
}
