import * as l10n from '@vscode/l10n';
import type { Credential } from '../api/credential.ts';
import { failureOf, isTokenFailure } from '../api/errors.ts';
import type { Project } from '../api/projects.ts';
import type { Connection } from '../connections/connection.ts';
import { readWithProgress } from '../prompts/readWithProgress.ts';
import { iamFailureSentence } from './iamFailureSentence.ts';
import { projectsFailureSentence } from './projectsFailureSentence.ts';
import type { SignInEntries } from './signInForm.ts';
import type { SignInServices } from './signInServices.ts';

/** What IAM shows about the projects of a user. */
export type ProjectSearch =
  | { readonly kind: 'projects'; readonly projects: readonly Project[] }
  /** The token is for one project. */
  | {
      readonly kind: 'project';
      readonly project: Project;
      readonly user: string | undefined;
      readonly expiresAt: number | undefined;
    }
  | RefusedSearch
  /** They can't be read. `problem` is the reason, unless the user canceled. */
  | { readonly kind: 'unknown'; readonly problem?: string };

/** There are no credentials to go on with; `isRefused` where they have to be corrected. */
export interface RefusedSearch {
  readonly kind: 'refused';
  readonly problem: string;
  readonly isRefused: boolean;
}

type Services = Omit<SignInServices, 'sessions' | 'listInstances'>;

/**
 * Asks IAM for the projects of a user who entered credentials: the one that a token is for, else all of the account. An IAM
 * user's password gets a token for the account first, because a token for a project needs the project's ID.
 */
export async function findProjects(
  services: Services,
  connection: Connection,
  entries: SignInEntries,
): Promise<ProjectSearch> {
  const { way, accessKey, secretKey, securityToken, token } = entries;
  if (way === 'accessKey') {
    const temporary = securityToken === '' ? {} : { securityToken };
    return projectsWith(services, connection, { kind: 'accessKey', accessKey, secretKey, ...temporary });
  }
  if (way !== 'user') return projectOfToken(services, connection, token);
  const issued = await accountToken(services, connection, entries);
  return typeof issued === 'string' ? projectsWith(services, connection, { kind: 'token', token: issued }) : issued;
}

async function accountToken(
  { prompts, createToken }: Services,
  connection: Connection,
  { account, user, password }: SignInEntries,
): Promise<string | RefusedSearch> {
  return prompts.progress(l10n.t('Signing in as {0}…', user), async (signal) => {
    try {
      return (await createToken(connection, { domain: account, name: user, password }, 'account', signal)).token;
    } catch (error) {
      const failure = failureOf(error);
      const isRefused = failure.kind === 'rejected' && failure.status === 401;
      return { kind: 'refused' as const, problem: iamFailureSentence(failure, connection), isRefused };
    }
  });
}

async function projectOfToken(
  { prompts, showToken }: Services,
  connection: Connection,
  token: string,
): Promise<ProjectSearch> {
  return prompts.progress(l10n.t('Reading the project of the token…'), async (signal): Promise<ProjectSearch> => {
    try {
      const { project, user, expiresAt } = await showToken(connection, token, signal);
      if (project !== undefined) return { kind: 'project', project, user, expiresAt };
      const problem = l10n.t('This token is scoped to the account. Paste a token that is scoped to a project.');
      return { kind: 'refused', problem, isRefused: true };
    } catch (error) {
      return failedSearch(error, connection, 'token');
    }
  });
}

async function projectsWith(
  { prompts, listProjects }: Services,
  connection: Connection,
  credential: Credential,
): Promise<ProjectSearch> {
  try {
    const projects = await readWithProgress(prompts, l10n.t('Reading projects…'), async (progress) =>
      listProjects(connection, credential, progress),
    );
    return { kind: 'projects', projects };
  } catch (error) {
    return failedSearch(error, connection, credential.kind);
  }
}

function failedSearch(error: unknown, connection: Connection, credential: Credential['kind']): ProjectSearch {
  const failure = failureOf(error);
  if (failure.kind === 'canceled') return { kind: 'unknown' };
  const problem = projectsFailureSentence(failure, connection, credential);
  return isTokenFailure(failure) ? { kind: 'refused', problem, isRefused: true } : { kind: 'unknown', problem };
}
