import * as l10n from '@vscode/l10n';
import type { Instance } from '../api/instances.ts';
import type { Choice } from '../prompts/choice.ts';
import type { Remark } from '../prompts/question.ts';
import { defaultEndpoint, defaultIamEndpoint, readEndpoint, type Draft } from './connection.ts';
import { regionLabel } from './regions.ts';
import { addressRemark, instanceRemark, nameRemark, projectRemark, regionRemark } from './remarks.ts';

/** A property of a connection, in the order of the list. */
export type Field = keyof Draft;

/** What a list of the properties depends on beside the draft. */
export interface FieldContext {
  /** The names of the other connections. */
  readonly otherNames: readonly string[];
  /** The running instances of the project, where they were read. */
  readonly instances?: readonly Instance[] | undefined;
}

const fields: readonly Field[] = ['name', 'region', 'projectId', 'instanceId', 'production', 'endpoint', 'iamEndpoint'];

/** Returns a row for each property of a connection, with its value, and what is wrong with it. */
export function fieldChoices(draft: Draft, context: FieldContext): Choice<Field>[] {
  return fields.map((field) => {
    const remark = fieldRemark(field, draft, context);
    const icon = remark?.isError === true ? '$(error)' : '$(warning)';
    return {
      label: labelOf(field),
      description: shownValue(field, draft, context),
      ...(remark && { detail: `${icon} ${remark.text}` }),
      value: field,
    };
  });
}

/** Returns what is wrong with the properties of a connection, errors first. */
export function fieldRemarks(draft: Draft, context: FieldContext): readonly Remark[] {
  return fields
    .map((field) => fieldRemark(field, draft, context))
    .filter((remark) => remark !== undefined)
    .toSorted((left, right) => Number(right.isError) - Number(left.isError));
}

function labelOf(field: Field): string {
  switch (field) {
    case 'name':
      return l10n.t('Name');
    case 'region':
      return l10n.t('Region');
    case 'projectId':
      return l10n.t('Project');
    case 'instanceId':
      return l10n.t('Instance');
    case 'production':
      return l10n.t('Production');
    case 'endpoint':
      return l10n.t('LakeFormation Endpoint');
    case 'iamEndpoint':
      return l10n.t('IAM Endpoint');
  }
}

function shownValue(field: Field, draft: Draft, { instances = [] }: FieldContext): string {
  switch (field) {
    case 'region':
      return regionLabel(draft.region);
    case 'production':
      return draft.production ? l10n.t('yes') : l10n.t('no');
    case 'endpoint':
      return shownAddress(draft.endpoint, defaultEndpoint(draft.region));
    case 'iamEndpoint':
      return shownAddress(draft.iamEndpoint, defaultIamEndpoint(draft.region));
    case 'instanceId': {
      const name = instances.find(({ id }) => id === draft.instanceId)?.name;
      return name === undefined ? draft.instanceId : `${name} · ${draft.instanceId}`;
    }
    default:
      return draft[field];
  }
}

/** One that can't be used isn't shown: it may have a password in it. */
function shownAddress(own: string, usual: string): string {
  return own === '' ? usual : (readEndpoint(own) ?? '');
}

function fieldRemark(field: Field, draft: Draft, { otherNames, instances }: FieldContext): Remark | undefined {
  switch (field) {
    case 'name':
      return nameRemark(draft.name, otherNames);
    case 'region':
      return regionRemark(draft.region);
    case 'projectId':
      return projectRemark(draft.projectId);
    case 'instanceId': {
      const isStale = instances !== undefined && !instances.some(({ id }) => id === draft.instanceId);
      const stale = { text: l10n.t('This isn’t a running instance of the project.'), isError: false };
      return instanceRemark(draft.instanceId) ?? (isStale ? stale : undefined);
    }
    case 'production':
      return undefined;
    case 'endpoint':
    case 'iamEndpoint':
      return addressRemark(draft[field]);
  }
}
