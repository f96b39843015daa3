import * as l10n from '@vscode/l10n';
import type { Connection, Draft } from '../connections/connection.ts';
import type {
  DraftSignIn,
  InstanceFinding,
  ProjectFinding,
  SignInPlace,
  SignInReply,
} from '../connections/draftSignIn.ts';
import { connectionOf } from '../connections/entries.ts';
import { askForSignIn, type SignInRequest } from './askForSignIn.ts';
import { findProjects, type ProjectSearch } from './findProjects.ts';
import { keepSession } from './keepSession.ts';
import { openSession, type OpenedSession } from './openSession.ts';
import { reportSignIn } from './reportSignIn.ts';
import { signedInSentence, type SignedIn } from './signedInSentence.ts';
import { noEntries, signInSteps, withoutSecrets } from './signInForm.ts';
import type { SignInServices } from './signInServices.ts';

/** The value of the row that leads to the addresses. */
const advanced = 'advanced';

type Opened = Extract<OpenedSession, { kind: 'opened' }>;

/** Why a sign-in is asked again. */
type Problem = Pick<Extract<OpenedSession, { kind: 'failed' }>, 'problem' | 'isRefused'>;

/** The sign-in of a user who is asked for a connection. All of it is in memory, apart from the stored sessions, until `keep`. */
export class DraftConnectionSignIn implements DraftSignIn {
  readonly #services: SignInServices;
  #entries = noEntries;
  /** The addresses that the entries are for: secrets must not go to others. */
  #addresses = '';
  #problem: Problem | undefined;
  #search: ProjectSearch | undefined;
  #opened: Opened | undefined;

  constructor(services: SignInServices) {
    this.#services = services;
  }

  get steps(): number {
    return signInSteps(this.#entries).length;
  }

  async ask(draft: Draft, { title, before, after, isBack }: SignInPlace): Promise<SignInReply> {
    const connection = projectOf(draft);
    if (connection === undefined) return 'addresses';
    this.#bindTo(connection);
    const { endpoint, iamEndpoint } = connection;
    const reply = await askForSignIn(this.#services, {
      title,
      placeholder: l10n.t('Select how to sign in to {0}', iamEndpoint),
      addresses: connection,
      tokenAddresses: [iamEndpoint, endpoint],
      entries: this.#entries,
      from: this.#beginning(isBack),
      problem: this.#problem?.problem,
      flow: { before, after },
      others: [
        {
          label: `$(gear) ${l10n.t('Advanced')}`,
          detail: l10n.t('Use endpoints other than the region’s.'),
          value: advanced,
        },
      ],
    });
    this.#problem = undefined;
    if (reply.kind === 'left') return 'left';
    this.#entries = reply.entries;
    return reply.kind === 'other' ? 'addresses' : reply.kind;
  }

  async projects(draft: Draft): Promise<ProjectFinding> {
    const connection = projectOf(draft);
    if (connection === undefined) return { kind: 'refused' };
    this.#search = await findProjects(this.#services, connection, this.#entries);
    if (this.#search.kind === 'refused') return this.#refused(this.#search);
    if (this.#search.kind === 'unknown') this.#warn(this.#search.problem);
    return this.#search;
  }

  async instances(draft: Draft): Promise<InstanceFinding> {
    const connection = projectOf(draft);
    if (connection === undefined) return { kind: 'refused' };
    const expiresAt = this.#search?.kind === 'project' ? this.#search.expiresAt : undefined;
    const opened = await openSession(this.#services, connection, this.#entries, expiresAt);
    if (opened.kind === 'failed') return this.#refused(opened);
    this.#opened = opened;
    const { check } = opened;
    if (check.kind === 'unknown') {
      this.#warn(check.problem);
      return { kind: 'unknown' };
    }
    const { instances } = check;
    const summary = signedInSentence({ ...this.#known(connection, opened), instances: instances.length });
    return { kind: 'instances', instances, summary };
  }

  async keep(connection: Connection): Promise<void> {
    const opened = this.#opened;
    if (opened === undefined) return;
    await keepSession(this.#services, connection, opened.session);
    const { password } = this.#entries;
    // The reason why the instances can't be read was shown then.
    const check = opened.check.kind === 'unknown' ? { kind: opened.check.kind } : opened.check;
    reportSignIn(this.#services, connection, { ...this.#known(connection, opened), check, password });
  }

  #bindTo({ endpoint, iamEndpoint }: Connection): void {
    const addresses = JSON.stringify([endpoint, iamEndpoint]);
    if (this.#addresses !== addresses) this.#entries = withoutSecrets(this.#entries);
    this.#addresses = addresses;
  }

  #beginning(isBack: boolean): SignInRequest['from'] {
    if (this.#problem !== undefined) return this.#problem.isRefused ? 'mistake' : 'last';
    return isBack ? 'last' : 'first';
  }

  #refused({ problem, isRefused }: Problem): { readonly kind: 'refused' } {
    this.#problem = { problem, isRefused };
    return { kind: 'refused' };
  }

  #warn(problem: string | undefined): void {
    if (problem !== undefined) void this.#services.prompts.warn(problem);
  }

  #known({ projectId }: Connection, { session }: Opened): Omit<SignedIn, 'instances'> {
    const search = this.#search;
    const projects = search?.kind === 'projects' ? search.projects : search?.kind === 'project' ? [search.project] : [];
    return {
      session,
      user: search?.kind === 'project' ? search.user : undefined,
      project: { id: projectId, name: projects.find(({ id }) => id === projectId)?.name },
    };
  }
}

/** The connection as far as a sign-in needs it; `undefined` where its addresses can't be used. */
function projectOf(draft: Draft): Connection | undefined {
  const { name, region, projectId } = draft;
  return connectionOf({ ...draft, name: name || region, projectId: projectId || 'unknown', instanceId: 'unknown' });
}
