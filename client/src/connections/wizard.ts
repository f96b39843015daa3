import type { Instance } from '../api/instances.ts';
import type { Project } from '../api/projects.ts';
import { defaultEndpoint, defaultIamEndpoint, type Draft } from './connection.ts';
import { readConsoleUrl } from './consoleUrl.ts';
import type { InstanceFinding, ProjectFinding } from './draftSignIn.ts';
import { fittingProjects } from './fittingProjects.ts';

/** A question about a new connection; `signIn` is several. */
export type Step =
  'region' | 'endpoint' | 'iamEndpoint' | 'signIn' | 'projectId' | 'instanceId' | 'production' | 'name';

/** What is read between two questions. */
export type Task = 'findProjects' | 'findInstances';

/** How far the questions about a new connection are. */
export interface Wizard {
  readonly draft: Draft;
  /** What is asked or read now; without it, all is known. */
  readonly stage: Step | Task | undefined;
  /** The questions that were answered, to go back to. */
  readonly before: readonly Step[];
  /** The projects of the account; `undefined` where they can't be listed. */
  readonly projects?: readonly Project[] | undefined;
  /** The running instances of the project; `undefined` where they can't be listed. */
  readonly instances?: readonly Instance[] | undefined;
  /** Who is signed in where, as a sentence. */
  readonly summary?: string | undefined;
}

/** Starts with the region. */
export function started(draft: Draft): Wizard {
  return { draft, stage: 'region', before: [] };
}

/** Takes the answer to a question, and goes on to what comes next. */
export function answered(wizard: Wizard, answer: string): Wizard {
  const { draft, stage, before } = wizard;
  switch (stage) {
    case 'region':
      return { ...wizard, draft: withRegion(draft, answer), stage: 'signIn', before: [...before, stage] };
    case 'endpoint':
    case 'iamEndpoint':
      return {
        ...wizard,
        draft: withAnswer(draft, stage, answer),
        stage: stage === 'endpoint' ? 'iamEndpoint' : 'signIn',
        before: [...before, stage],
      };
    case 'signIn':
      return { ...wizard, stage: 'findProjects', before: [...before, stage] };
    case 'projectId':
      return { ...wizard, draft: { ...draft, projectId: answer }, stage: 'findInstances', before: [...before, stage] };
    case 'instanceId':
      return { ...wizard, draft: { ...draft, instanceId: answer }, stage: 'production', before: [...before, stage] };
    case 'production':
      return answer === 'name'
        ? { ...wizard, stage: 'name', before: [...before, stage] }
        : { ...wizard, draft: withAnswer(draft, stage, answer), stage: undefined, before: [...before, stage] };
    case 'name':
      return { ...wizard, draft: { ...draft, name: answer }, stage: 'production', before: before.slice(0, -1) };
    default:
      return wizard;
  }
}

/** Asks for the addresses, before the sign-in. */
export function toAddresses(wizard: Wizard): Wizard {
  return { ...wizard, stage: 'endpoint' };
}

/** Goes to the question before, with everything that was answered; stays at the first one. */
export function goneBack(wizard: Wizard): Wizard {
  const stage = wizard.before.at(-1);
  return stage === undefined ? wizard : { ...wizard, stage, before: wizard.before.slice(0, -1) };
}

/** Takes the projects that were found. One that is the only candidate isn't asked about. */
export function withProjects(wizard: Wizard, finding: ProjectFinding): Wizard {
  switch (finding.kind) {
    case 'refused':
      return goneBack(wizard);
    case 'unknown':
      return { ...wizard, projects: undefined, stage: 'projectId' };
    case 'project':
      return withProject({ ...wizard, projects: [finding.project] }, finding.project);
    case 'projects': {
      const { projects } = finding;
      const { region, projectId } = wizard.draft;
      const [only, second] = fittingProjects(projects, region);
      // A project of a pasted URL. Who comes back to the sign-in may want another one.
      const given = wizard.projects === undefined ? projects.find(({ id }) => id === projectId) : undefined;
      const known = given ?? (second === undefined ? only : undefined);
      const found = { ...wizard, projects };
      return known === undefined ? { ...found, stage: 'projectId' } : withProject(found, known);
    }
  }
}

/** Takes the instances that were found. */
export function withInstances(wizard: Wizard, finding: InstanceFinding): Wizard {
  switch (finding.kind) {
    case 'refused':
      return { ...wizard, stage: 'signIn', before: wizard.before.slice(0, wizard.before.indexOf('signIn')) };
    case 'unknown':
      return { ...wizard, instances: undefined, summary: undefined, stage: 'instanceId' };
    case 'instances':
      return { ...wizard, instances: finding.instances, summary: finding.summary, stage: 'instanceId' };
  }
}

/**
 * Returns the number of the question that is asked, from 1, and how many there are, as far as that is known.
 * @param signInSteps how many questions the sign-in has
 */
export function positionOf({ stage, before }: Wizard, signInSteps: number): { step: number; totalSteps: number } {
  const step = countOf(before, signInSteps) + 1;
  const after: Partial<Record<NonNullable<Wizard['stage']>, number>> = {
    region: signInSteps + 2,
    endpoint: signInSteps + 3,
    iamEndpoint: signInSteps + 2,
    projectId: 2,
    instanceId: 1,
  };
  return { step, totalSteps: step + ((stage && after[stage]) ?? 0) };
}

/** How many questions these are. */
export function countOf(steps: readonly Step[], signInSteps: number): number {
  return steps.reduce((count, step) => count + (step === 'signIn' ? signInSteps : 1), 0);
}

/** The draft with the answer to the question about one of its properties. */
export function withAnswer(draft: Draft, step: Exclude<Step, 'signIn'>, answer: string): Draft {
  switch (step) {
    case 'region':
      return withRegion(draft, answer);
    case 'endpoint':
      return { ...draft, endpoint: answer === defaultEndpoint(draft.region) ? '' : answer };
    case 'iamEndpoint':
      return { ...draft, iamEndpoint: answer === defaultIamEndpoint(draft.region) ? '' : answer };
    case 'production':
      return { ...draft, production: answer === 'yes' };
    default:
      return { ...draft, [step]: answer };
  }
}

/** The draft in a region, or with what a URL of the console has. What belongs to another region doesn't stay. */
function withRegion(draft: Draft, answer: string): Draft {
  const url = readConsoleUrl(answer);
  const region = url?.region ?? answer;
  const { endpoint, iamEndpoint, projectId, instanceId } = draft;
  const stays = region === draft.region;
  return {
    ...draft,
    region,
    endpoint: endpoint === defaultEndpoint(draft.region) ? '' : endpoint,
    iamEndpoint: iamEndpoint === defaultIamEndpoint(draft.region) ? '' : iamEndpoint,
    projectId: (url?.projectId ?? '') || (stays ? projectId : ''),
    instanceId: (url?.instanceId ?? '') || (stays ? instanceId : ''),
  };
}

function withProject(wizard: Wizard, { id }: Project): Wizard {
  return { ...wizard, draft: { ...wizard.draft, projectId: id }, stage: 'findInstances' };
}
