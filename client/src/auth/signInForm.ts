import type { Session } from './session.ts';

/** A way to sign in. */
export type Way = Session['kind'];

/** What a user enters to sign in. It is in memory only. */
export interface SignInEntries {
  /** `undefined` until one is selected. */
  readonly way: Way | undefined;
  readonly account: string;
  readonly user: string;
  readonly password: string;
  readonly accessKey: string;
  readonly secretKey: string;
  readonly securityToken: string;
  readonly token: string;
}

/** One question of a sign-in: the way, or one of the texts. */
export type SignInStep = keyof SignInEntries;

export const noEntries: SignInEntries = {
  way: undefined,
  account: '',
  user: '',
  password: '',
  accessKey: '',
  secretKey: '',
  securityToken: '',
  token: '',
};

/** The steps of each way, behind the selection of the way itself. */
const stepsByWay: Readonly<Record<Way, readonly Exclude<SignInStep, 'way'>[]>> = {
  user: ['account', 'user', 'password'],
  accessKey: ['accessKey', 'secretKey', 'securityToken'],
  token: ['token'],
};

/** How far a sign-in is: what was entered, and what is asked now; without a step, all is entered. */
export interface SignInForm {
  readonly entries: SignInEntries;
  readonly step: SignInStep | undefined;
}

/** The steps of a sign-in in their order; before a way is selected, the selection alone. */
export function signInSteps({ way }: SignInEntries): readonly SignInStep[] {
  return way === undefined ? ['way'] : ['way', ...stepsByWay[way]];
}

/** Starts with the selection of the way. What was entered before is kept. */
export function startedForm(entries: SignInEntries): SignInForm {
  return { entries, step: 'way' };
}

/** Returns to the last step of what was entered, for a user who comes back to it. */
export function resumedForm(entries: SignInEntries): SignInForm {
  return { entries, step: signInSteps(entries).at(-1) };
}

/**
 * Returns to the step that can correct entries that weren't accepted: the password alone, the first of the access keys, or
 * the token. A password or token that was refused is forgotten.
 */
export function correctedForm(entries: SignInEntries): SignInForm {
  switch (entries.way) {
    case 'user':
      return { entries: { ...entries, password: '' }, step: 'password' };
    case 'accessKey':
      return { entries, step: 'accessKey' };
    case 'token':
      return { entries: { ...entries, token: '' }, step: 'token' };
    case undefined:
      return { entries, step: 'way' };
  }
}

/** Takes an answer and goes to the next step. In place of a way, the answer is a token. */
export function answeredForm({ entries, step }: SignInForm, answer: string): SignInForm {
  if (step === undefined) return { entries, step };
  if (step === 'way') {
    if (!isWay(answer)) return { entries: { ...entries, way: 'token', token: answer }, step: undefined };
    return { entries: { ...entries, way: answer }, step: stepsByWay[answer][0] };
  }
  const steps = signInSteps(entries);
  return { entries: { ...entries, [step]: answer }, step: steps[steps.indexOf(step) + 1] };
}

/** Goes to the step before; `undefined` before the first. */
export function goneBackInForm({ entries, step }: SignInForm): SignInForm | undefined {
  const steps = signInSteps(entries);
  const index = step === undefined ? steps.length : steps.indexOf(step);
  const before = steps[index - 1];
  return before === undefined ? undefined : { entries, step: before };
}

/** The entries without what must not go to another address than the one it was entered for. */
export function withoutSecrets(entries: SignInEntries): SignInEntries {
  return { ...entries, password: '', secretKey: '', securityToken: '', token: '' };
}

/** Whether a text in the list of ways can only be a token: longer than keys and passwords, and without spaces. */
export function isPastedToken(text: string): boolean {
  return text.length >= shortestToken && /^[\x21-\x7e]*$/.test(text);
}

/** IAM's tokens have thousands of characters; its secret keys 40, and its passwords 32 at most. */
const shortestToken = 80;

function isWay(text: string): text is Way {
  return Object.hasOwn(stepsByWay, text);
}
