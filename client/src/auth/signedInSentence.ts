import * as l10n from '@vscode/l10n';
import { shortened } from '../api/excerpt.ts';
import type { Session } from './session.ts';

/** What is known of a session when it begins. */
export interface SignedIn {
  readonly session: Session;
  /** The IAM user of a token, if IAM returns it. */
  readonly user?: string | undefined;
  /** `name`: the project's, where it is known. */
  readonly project: { readonly id: string; readonly name?: string | undefined };
  /** How many running instances the project has; `undefined` where the read failed. */
  readonly instances: number | undefined;
}

/** As much of a project's ID is shown, in characters. */
const longestProject = 9;

/** Returns who is signed in where: `Signed in as engineer · project cn-north-4 · 3 instances.` */
export function signedInSentence({ session, user, project: { id, name }, instances }: SignedIn): string {
  const who = whoOf(session, user);
  // A message shows one line; a whole ID would leave no room for the rest.
  const project = name ?? shortened(id, longestProject);
  switch (instances) {
    case undefined:
      return l10n.t('{0} · project {1}.', who, project);
    case 0:
      return l10n.t('{0} · project {1} · no instances.', who, project);
    case 1:
      return l10n.t('{0} · project {1} · 1 instance.', who, project);
    default:
      return l10n.t('{0} · project {1} · {2} instances.', who, project, instances);
  }
}

function whoOf(session: Session, user: string | undefined): string {
  if (session.kind === 'accessKey') return l10n.t('Signed in with access keys');
  const name = session.kind === 'user' ? session.user : user;
  return name === undefined ? l10n.t('Signed in with a token') : l10n.t('Signed in as {0}', name);
}
