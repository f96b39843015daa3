import * as l10n from '@vscode/l10n';
import type { Instance } from '../api/instances.ts';
import type { Project } from '../api/projects.ts';
import type { Choice } from '../prompts/choice.ts';
import type { Question } from '../prompts/question.ts';
import { defaultEndpoint, defaultIamEndpoint, type Draft, readEndpoint } from './connection.ts';
import { fittingProjects } from './fittingProjects.ts';
import { knownRegions, regionLabel, regionName } from './regions.ts';
import { addressRemark, instanceRemark, nameRemark, projectRemark, regionRemark } from './remarks.ts';
import type { Step } from './wizard.ts';
import { joinSentences } from '../../../language/src/joining.ts';

/** What a question depends on beside the draft. */
export interface StepContext {
  /** The names of the other connections. */
  readonly otherNames: readonly string[];
  /** The projects of the account; `undefined` where they can't be listed. */
  readonly projects?: readonly Project[] | undefined;
  /** The running instances of the project; `undefined` where they can't be listed. */
  readonly instances?: readonly Instance[] | undefined;
  /** Who is signed in where, as a sentence. */
  readonly summary?: string | undefined;
}

/** The part of a question that depends on its step. */
export type StepQuestion = Omit<Question, 'title' | 'step' | 'totalSteps' | 'canGoBack' | 'problem'>;

/** Returns the question of a step about one property of a connection. */
export function questionOf(step: Exclude<Step, 'signIn'>, draft: Draft, context: StepContext): StepQuestion {
  switch (step) {
    case 'name':
      return {
        prompt: l10n.t('Connection name'),
        placeholder: l10n.t('For example, dev'),
        value: draft.name,
        remarkOn: (text) => nameRemark(text, context.otherNames),
      };
    case 'region':
      return {
        prompt: l10n.t('Select or enter a region, or paste a console URL'),
        value: draft.region,
        choices: withCurrent(knownRegions.map(regionChoice), draft.region),
        takesText: true,
        remarkOn: regionRemark,
      };
    case 'endpoint':
      return {
        prompt: l10n.t('LakeFormation endpoint. Select the region’s, or enter another, such as https://host'),
        value: draft.endpoint,
        choices: addresses(defaultEndpoint(draft.region), draft.endpoint),
        takesText: true,
        remarkOn: addressRemark,
      };
    case 'iamEndpoint':
      return {
        prompt: l10n.t('IAM endpoint, where you sign in. Select the region’s, or enter another'),
        value: draft.iamEndpoint,
        choices: addresses(defaultIamEndpoint(draft.region), draft.iamEndpoint),
        takesText: true,
        remarkOn: addressRemark,
      };
    case 'projectId':
      return projectQuestion(draft, context);
    case 'instanceId':
      return instanceQuestion(draft, context);
    case 'production':
      return productionQuestion(draft);
  }
}

function regionChoice(id: string): Choice<string> {
  const name = regionName(id);
  return name === undefined ? { label: id, value: id } : { label: name, description: id, value: id };
}

function projectQuestion(draft: Draft, { projects = [] }: StepContext): StepQuestion {
  const common = { value: draft.projectId, remarkOn: projectRemark };
  const fitting = fittingProjects(projects, draft.region);
  if (projects.length === 0) {
    return {
      ...common,
      prompt: l10n.t('Project ID, 32 letters and digits. In the console: My Credentials › API Credentials › Projects.'),
    };
  }
  const others = projects.filter((project) => !fitting.includes(project));
  return {
    ...common,
    prompt: l10n.t('Select the project of region {0}, or enter its ID', regionLabel(draft.region)),
    choices: [...fitting, ...others].map(({ id, name }) => ({ label: name, description: id, value: id })),
    takesText: true,
  };
}

function instanceQuestion(draft: Draft, { instances, summary }: StepContext): StepQuestion {
  const common = { value: draft.instanceId, remarkOn: instanceRemark };
  if (instances === undefined || instances.length === 0) {
    const where = l10n.t(
      'Instance ID, 36 letters, digits, and hyphens. In the console: the instance’s page in LakeFormation.',
    );
    const none = l10n.t('The project has no running instance.');
    return { ...common, prompt: instances === undefined ? where : joinSentences(none, where) };
  }
  const isListed = instances.some(({ id }) => id === draft.instanceId);
  const stale: Choice<string> = {
    label: draft.instanceId,
    description: `$(warning) ${l10n.t('not a running instance of this project')}`,
    value: draft.instanceId,
  };
  const select = l10n.t('Select the instance, or enter its ID');
  return {
    ...common,
    // One that the list doesn't have isn't preselected.
    value: isListed ? draft.instanceId : '',
    prompt: joinSentences(summary, select),
    takesText: true,
    choices: [
      ...instances
        .toSorted((left, right) => Number(right.isDefault) - Number(left.isDefault))
        .map(({ id, name, description = '', isDefault }) => ({
          label: name,
          description: isDefault ? `${id} · ${l10n.t('default')}` : id,
          ...(description !== '' && { detail: description }),
          value: id,
        })),
      ...(isListed || draft.instanceId === '' ? [] : [stale]),
    ],
  };
}

function productionQuestion({ name, production }: Draft): StepQuestion {
  return {
    prompt: l10n.t('Select whether the instance has production data'),
    value: production ? 'yes' : 'no',
    choices: [
      { label: l10n.t('No'), detail: l10n.t('Development or test'), value: 'no' },
      {
        label: l10n.t('Yes'),
        detail: l10n.t('Highlighted in the status bar. Submit Job shows a warning when it asks for confirmation.'),
        value: 'yes',
      },
      { label: `$(edit) ${l10n.t('Change Name')}`, description: name, value: 'name' },
    ],
    remarkOn: () => undefined,
  };
}

/** The address of the region, and the one in use where that is another; not one that can't be used, which may have a password in it. */
function addresses(usual: string, own: string): Choice<string>[] {
  const current = readEndpoint(own) === undefined ? '' : own;
  return withCurrent([{ label: usual, description: l10n.t('region’s endpoint'), value: '' }], current);
}

/** The choices and, where it is none of them, the current value. */
function withCurrent(choices: readonly Choice<string>[], current: string): Choice<string>[] {
  const isAmong = choices.some(({ value }) => value === current);
  return isAmong || current === ''
    ? [...choices]
    : [...choices, { label: current, description: l10n.t('current'), value: current }];
}
