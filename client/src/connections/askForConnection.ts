import type { Prompts } from '../prompts/prompts.ts';
import type { Draft } from './connection.ts';
import type { DraftSignIn } from './draftSignIn.ts';
import { proposedName } from './proposedName.ts';
import { questionOf } from './steps.ts';
import {
  answered,
  countOf,
  goneBack,
  positionOf,
  started,
  toAddresses,
  withInstances,
  withProjects,
  type Step,
  type Wizard,
} from './wizard.ts';

/** What asking for a connection uses. */
export interface AskForConnectionServices {
  readonly prompts: Pick<Prompts, 'ask'>;
  readonly signIn: Pick<DraftSignIn, 'ask' | 'steps' | 'projects' | 'instances'>;
}

/**
 * Asks for a new connection step by step: the region, the sign-in, and what isn't found out with that.
 * @param draft what is known of it
 * @param otherNames the names of the other connections
 * @returns `undefined` when the user leaves: then nothing is to be changed
 */
export async function askForConnection(
  services: AskForConnectionServices,
  title: string,
  draft: Draft,
  otherNames: readonly string[],
): Promise<Draft | undefined> {
  let wizard: Wizard = started(draft);
  let isBack = false;
  while (wizard.stage !== undefined) {
    const { stage } = wizard;
    const next: Wizard | undefined = await advanced(services, wizard, stage, { title, otherNames, isBack });
    if (next === undefined) return undefined;
    isBack = next.before.length < wizard.before.length;
    wizard = next;
  }
  return named(wizard, otherNames);
}

interface AskContext {
  readonly title: string;
  readonly otherNames: readonly string[];
  readonly isBack: boolean;
}

/** Does what a stage needs; `undefined` when the user leaves. */
async function advanced(
  { prompts, signIn }: AskForConnectionServices,
  wizard: Wizard,
  stage: NonNullable<Wizard['stage']>,
  { title, otherNames, isBack }: AskContext,
): Promise<Wizard | undefined> {
  switch (stage) {
    case 'findProjects':
      return withProjects(wizard, await signIn.projects(wizard.draft));
    case 'findInstances':
      return withInstances(wizard, await signIn.instances(wizard.draft));
    case 'signIn': {
      const before = countOf(wizard.before, signIn.steps);
      const reply = await signIn.ask(wizard.draft, { title, before, after: 2, isBack });
      switch (reply) {
        case 'entered':
          return answered(wizard, '');
        case 'back':
          return goneBack(wizard);
        case 'addresses':
          return toAddresses(wizard);
        case 'left':
          return undefined;
      }
      break;
    }
    default:
      return asked(prompts, wizard, stage, { title, otherNames, signInSteps: signIn.steps });
  }
}

async function asked(
  prompts: Pick<Prompts, 'ask'>,
  wizard: Wizard,
  step: Exclude<Step, 'signIn'>,
  { title, otherNames, signInSteps }: { title: string; otherNames: readonly string[]; signInSteps: number },
): Promise<Wizard | undefined> {
  const reply = await prompts.ask({
    ...questionOf(step, named(wizard, otherNames), { ...wizard, otherNames }),
    ...positionOf(wizard, signInSteps),
    title,
    canGoBack: wizard.before.length > 0,
  });
  switch (reply.kind) {
    case 'answer':
      return answered(wizard, reply.text);
    case 'back':
      return goneBack(wizard);
    case 'left':
      return undefined;
  }
}

/** The draft with a name: the user's own, or a proposed one. */
function named({ draft, instances }: Wizard, otherNames: readonly string[]): Draft {
  return draft.name === '' ? { ...draft, name: proposedName(draft, instances, otherNames) } : draft;
}
