import { defaultEndpoint, defaultIamEndpoint, type Draft } from './connection.ts';

/** What is asked of a connection, in this order. */
export const steps = [
  'name',
  'region',
  'endpoint',
  'iamEndpoint',
  'projectId',
  'instanceId',
  'production',
] as const satisfies readonly (keyof Draft)[];

export type Step = (typeof steps)[number];

/** How far the questions are: what was said so far, and what is asked now. Without a step all is said. */
export interface Wizard {
  readonly draft: Draft;
  readonly step: Step | undefined;
}

/** The first question about a connection of which `draft` is known. */
export function started(draft: Draft): Wizard {
  return { draft, step: steps[0] };
}

/** Takes an answer and goes to the next question. */
export function answered({ draft, step }: Wizard, answer: string): Wizard {
  if (step === undefined) return { draft, step };
  return { draft: withAnswer(draft, step, answer), step: steps[steps.indexOf(step) + 1] };
}

/** Goes to the question before, with what was said; stays at the first one. */
export function goneBack({ draft, step }: Wizard): Wizard {
  const index = step === undefined ? steps.length : steps.indexOf(step);
  return { draft, step: steps[Math.max(0, index - 1)] };
}

function withAnswer(draft: Draft, step: Step, answer: string): Draft {
  switch (step) {
    case 'region':
      return inRegion(draft, answer);
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

/** An address that is that of the old region does not stay when another region is chosen. */
function inRegion(draft: Draft, region: string): Draft {
  const { endpoint, iamEndpoint } = draft;
  return {
    ...draft,
    region,
    endpoint: endpoint === defaultEndpoint(draft.region) ? '' : endpoint,
    iamEndpoint: iamEndpoint === defaultIamEndpoint(draft.region) ? '' : iamEndpoint,
  };
}
