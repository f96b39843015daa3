import * as l10n from '@vscode/l10n';
import { isResourceId } from '../api/resourceId.ts';
import type { Choice } from '../prompts/choice.ts';
import type { Question, Remark } from '../prompts/question.ts';
import { defaultEndpoint, defaultIamEndpoint, type Draft, hasUserInfo, readEndpoint } from './connection.ts';
import { knownRegions } from './regions.ts';
import { steps, type Step } from './wizard.ts';

/** An instance of a project, as the service lists it. */
export interface Instance {
  readonly id: string;
  readonly name: string;
  readonly description?: string | undefined;
  /** Whether it is the one of the project that is used where none is named. */
  readonly isDefault: boolean;
}

/** What a question depends on beside the draft. */
export interface StepContext {
  readonly title: string;
  /** The names of the other connections. */
  readonly otherNames: readonly string[];
  /** The instances of the project; `undefined` where they cannot be read. */
  readonly instances?: readonly Instance[] | undefined;
  /** Whether one can sign in to have them listed. */
  readonly offersSignIn: boolean;
}

/** The question of a step. */
export function questionOf(step: Step, draft: Draft, context: StepContext): Question {
  const common = { title: context.title, step: steps.indexOf(step) + 1, totalSteps: steps.length };
  return { ...common, ...bodyOf(step, draft, context) };
}

type Body = Omit<Question, 'title' | 'step' | 'totalSteps'>;

function bodyOf(step: Step, draft: Draft, context: StepContext): Body {
  switch (step) {
    case 'name':
      return {
        prompt: l10n.t('The name by which you choose the connection'),
        placeholder: l10n.t('dev, for example'),
        value: draft.name,
        remarkOn: (text) => nameRemark(text, context.otherNames),
      };
    case 'region':
      return {
        prompt: l10n.t('The region of the instance: choose one, or type another'),
        value: draft.region,
        choices: withCurrent(
          knownRegions.map((region) => ({ label: region, value: region })),
          draft.region,
        ),
        takesText: true,
        remarkOn: regionRemark,
      };
    case 'endpoint':
      return {
        prompt: l10n.t('The address of the service: that of the region, or type your own, such as https://host'),
        value: draft.endpoint,
        choices: addresses(defaultEndpoint(draft.region), draft.endpoint),
        takesText: true,
        remarkOn: addressRemark,
      };
    case 'iamEndpoint':
      return {
        prompt: l10n.t('The address of IAM, where you sign in: that of the region, or type your own'),
        value: draft.iamEndpoint,
        choices: addresses(defaultIamEndpoint(draft.region), draft.iamEndpoint),
        takesText: true,
        remarkOn: addressRemark,
      };
    case 'projectId':
      return {
        prompt: l10n.t('The project id: Console › My Credentials › Projects. 32 letters and digits.'),
        value: draft.projectId,
        remarkOn: projectRemark,
      };
    case 'instanceId':
      return instanceBody(draft, context);
    case 'production':
      return {
        prompt: l10n.t('Is its data production data?'),
        value: draft.production ? 'yes' : 'no',
        choices: [
          { label: l10n.t('No'), detail: l10n.t('Development or test'), value: 'no' },
          {
            label: l10n.t('Yes'),
            detail: l10n.t('Marked in the status bar, and a job for it is asked about with a warning'),
            value: 'yes',
          },
        ],
        remarkOn: () => undefined,
      };
  }
}

function instanceBody(draft: Draft, { instances, offersSignIn }: StepContext): Body {
  const common = { value: draft.instanceId, remarkOn: instanceRemark };
  if (instances === undefined && offersSignIn) {
    return {
      ...common,
      prompt: l10n.t('Sign in, or type the id of the instance, as its page in the console shows it'),
      action: { title: l10n.t('Sign in and choose from the list'), icon: 'key' },
      choices: withCurrent([], draft.instanceId),
      takesText: true,
    };
  }
  if (instances === undefined || instances.length === 0) {
    return {
      ...common,
      prompt: l10n.t('The id of the instance, as its page in the console shows it. 36 letters, digits and hyphens.'),
    };
  }
  return {
    ...common,
    prompt: l10n.t('The instance: choose one, or type its id'),
    takesText: true,
    choices: withCurrent(
      instances
        .toSorted((left, right) => Number(right.isDefault) - Number(left.isDefault))
        .map(({ id, name, description = '', isDefault }) => ({
          label: name,
          description: isDefault ? `${id} · ${l10n.t('default')}` : id,
          ...(description !== '' && { detail: description }),
          value: id,
        })),
      draft.instanceId,
    ),
  };
}

/** The address of the region, and the one in use where that is another; not one that cannot be used, which may have a password in it. */
function addresses(usual: string, own: string): Choice<string>[] {
  const current = readEndpoint(own) === undefined ? '' : own;
  return withCurrent([{ label: usual, description: l10n.t('of the region'), value: '' }], current);
}

/** The choices and, where it is none of them, what the connection has now. */
function withCurrent(choices: readonly Choice<string>[], current: string): Choice<string>[] {
  const isAmong = choices.some(({ value }) => value === current);
  return isAmong || current === ''
    ? [...choices]
    : [...choices, { label: current, description: l10n.t('as it is'), value: current }];
}

function nameRemark(text: string, otherNames: readonly string[]): Remark | undefined {
  const name = text.trim();
  if (name === '') return error(l10n.t('Give the connection a name.'));
  return otherNames.includes(name)
    ? error(l10n.t('Another connection is named "{0}". Give this one its own name.', name))
    : undefined;
}

function regionRemark(text: string): Remark | undefined {
  return /^[a-z0-9]+(?:-[a-z0-9]+)*$/i.test(text)
    ? undefined
    : error(l10n.t('A region has letters, digits and hyphens, such as cn-north-4.'));
}

function addressRemark(text: string): Remark | undefined {
  if (text === '' || readEndpoint(text) !== undefined) return undefined;
  return hasUserInfo(text)
    ? error(l10n.t('Write https://host, without a user or a password before an @.'))
    : error(l10n.t('Write https://host, without a path; plain http only for this machine.'));
}

/** The form is the one that the API's other operations document; the jobs' pages have other ids too, so it is no error. */
function projectRemark(text: string): Remark | undefined {
  const id = text.trim();
  if (id === '') return error(l10n.t('Enter the project id.'));
  if (!isResourceId(id)) return error(l10n.t('An id has letters, digits and hyphens only.'));
  return /^[0-9a-zA-Z]{32}$/.test(id)
    ? undefined
    : warning(l10n.t('A project id usually has 32 letters and digits; so far {0}.', id.length));
}

function instanceRemark(text: string): Remark | undefined {
  const id = text.trim();
  if (id === '') return error(l10n.t('Enter the instance id.'));
  if (!isResourceId(id)) return error(l10n.t('An id has letters, digits and hyphens only.'));
  return /^[a-zA-Z0-9-]{36}$/.test(id)
    ? undefined
    : warning(l10n.t('An instance id usually has 36 letters, digits and hyphens; so far {0}.', id.length));
}

function error(text: string): Remark {
  return { text, isError: true };
}

function warning(text: string): Remark {
  return { text, isError: false };
}
