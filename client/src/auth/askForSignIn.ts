import type { Prompts } from '../prompts/prompts.ts';
import { foundKeys, keysOf, type KeySources } from './foundKeys.ts';
import { signInQuestion, type SignInContext } from './signInQuestions.ts';
import {
  answeredForm,
  correctedForm,
  goneBackInForm,
  resumedForm,
  signInSteps,
  startedForm,
  type SignInEntries,
  type SignInForm,
} from './signInForm.ts';

/** How the questions of a sign-in are asked. */
export interface SignInRequest extends Omit<SignInContext, 'found'> {
  readonly title: string;
  readonly entries: SignInEntries;
  /** Where to begin: at the first question, at the last one of what was entered, or where a mistake can be corrected. */
  readonly from: 'first' | 'last' | 'mistake';
  /** Why the entries weren't accepted. */
  readonly problem?: string | undefined;
  /** The questions of the flow that it is part of; without them, the questions aren't counted. */
  readonly flow?: { readonly before: number; readonly after: number };
}

export type SignInReply =
  | { readonly kind: 'entered'; readonly entries: SignInEntries }
  /** One of the other rows of the list of ways. */
  | { readonly kind: 'other'; readonly value: string; readonly entries: SignInEntries }
  | { readonly kind: 'back'; readonly entries: SignInEntries }
  | { readonly kind: 'left' };

/** The services that asking uses. */
export interface AskForSignInServices {
  readonly prompts: Pick<Prompts, 'ask' | 'pick'>;
  readonly keySources: KeySources;
}

/** Asks how to sign in, and for what that way needs; reads access keys that are on this machine where the user selects that. */
export async function askForSignIn(services: AskForSignInServices, request: SignInRequest): Promise<SignInReply> {
  const { title, flow, others = [] } = request;
  const found = await foundKeys(services);
  let form: SignInForm = startOf(request);
  let { problem } = request;
  while (form.step !== undefined) {
    const steps = signInSteps(form.entries);
    const index = steps.indexOf(form.step);
    const reply = await services.prompts.ask({
      ...signInQuestion(form.step, form.entries, { ...request, found }),
      title,
      canGoBack: index > 0 || (flow?.before ?? 0) > 0,
      ...(flow && { step: flow.before + index + 1, totalSteps: flow.before + steps.length + flow.after }),
      problem,
    });
    problem = undefined;
    if (reply.kind === 'left') return reply;
    if (reply.kind === 'back') {
      const before = goneBackInForm(form);
      if (before === undefined) return { kind: 'back', entries: form.entries };
      form = before;
    } else if (form.step === 'way' && others.some(({ value }) => value === reply.text)) {
      return { kind: 'other', value: reply.text, entries: form.entries };
    } else if (form.step === 'way' && found.some(({ value }) => value === reply.text)) {
      const keys = await keysOf(services, reply.text);
      if (keys !== undefined && 'problem' in keys) ({ problem } = keys);
      else if (keys !== undefined) return { kind: 'entered', entries: keys };
    } else {
      form = answeredForm(form, reply.text);
    }
  }
  return { kind: 'entered', entries: form.entries };
}

function startOf({ entries, from }: SignInRequest): SignInForm {
  switch (from) {
    case 'first':
      return startedForm(entries);
    case 'last':
      return resumedForm(entries);
    case 'mistake':
      return correctedForm(entries);
  }
}
