import { describe, expect, test } from 'vitest';
import type { Project } from '../../../../client/src/api/projects.ts';
import type { Draft } from '../../../../client/src/connections/connection.ts';
import type { ProjectFinding } from '../../../../client/src/connections/draftSignIn.ts';
import { emptyDraft } from '../../../../client/src/connections/entries.ts';
import {
  answered,
  goneBack,
  positionOf,
  started,
  toAddresses,
  withAnswer,
  withInstances,
  withProjects,
  type Step,
  type Wizard,
} from '../../../../client/src/connections/wizard.ts';

const region = 'cn-north-4';
const own: Project = { id: 'p1', name: region };
const sales: Project = { id: 'p2', name: `${region}_sales` };
const elsewhere: Project = { id: 'p3', name: 'cn-north-44' };
const instances = { kind: 'instances', instances: [], summary: 'Signed in.' } as const;

/** Answers the region and the sign-in. */
function signedIn(draft: Partial<Draft> = {}): Wizard {
  return answered(answered(started({ ...emptyDraft, ...draft }), region), '');
}

describe('the stages', () => {
  test('ask for what isn’t found out', () => {
    const stages: Wizard['stage'][] = [];
    let wizard = started(emptyDraft);
    const next = (change: (wizard: Wizard) => Wizard): void => {
      stages.push(wizard.stage);
      wizard = change(wizard);
    };
    next((now) => answered(now, region));
    next((now) => answered(now, ''));
    next((now) => withProjects(now, { kind: 'projects', projects: [own] }));
    next((now) => withInstances(now, instances));
    next((now) => answered(now, 'i'));
    next((now) => answered(now, 'yes'));
    expect(stages).toEqual(['region', 'signIn', 'findProjects', 'findInstances', 'instanceId', 'production']);
    expect(wizard).toMatchObject({
      stage: undefined,
      draft: { ...emptyDraft, region, projectId: 'p1', instanceId: 'i', production: true },
    });
  });

  test.each<[string, ProjectFinding, Wizard['stage'], string]>([
    ['one fits the region', { kind: 'projects', projects: [elsewhere, own] }, 'findInstances', 'p1'],
    ['one of the region’s own fits', { kind: 'projects', projects: [sales] }, 'findInstances', 'p2'],
    ['several fit', { kind: 'projects', projects: [sales, own] }, 'projectId', ''],
    ['none fits', { kind: 'projects', projects: [elsewhere] }, 'projectId', ''],
    ['there is none', { kind: 'projects', projects: [] }, 'projectId', ''],
    ['the token is for one', { kind: 'project', project: elsewhere }, 'findInstances', 'p3'],
    ['they can’t be read', { kind: 'unknown' }, 'projectId', ''],
    ['the credentials were refused', { kind: 'refused' }, 'signIn', ''],
  ])('after the sign-in, where %s', (_, finding, stage, projectId) => {
    const { draft, stage: next } = withProjects(signedIn(), finding);
    expect([next, draft.projectId]).toEqual([stage, projectId]);
  });

  test('don’t ask for a project that a console URL has, the first time', () => {
    const url = `https://console.huaweicloud.com/lakeformation/?region=${region}`;
    const wizard = answered(answered(started({ ...emptyDraft, region, projectId: 'p2' }), url), '');
    const finding = { kind: 'projects', projects: [own, sales] } as const;
    const found = withProjects(wizard, finding);
    expect([found.stage, found.draft.projectId]).toEqual(['findInstances', 'p2']);
    const back = answered(goneBack(withInstances(found, instances)), '');
    expect(withProjects(back, finding).stage).toBe('projectId');
  });

  test('lead to the sign-in where the service refuses the credentials', () => {
    const asked = answered(withProjects(signedIn(), { kind: 'unknown' }), 'p');
    expect(withInstances(asked, { kind: 'refused' })).toMatchObject({ stage: 'signIn', before: ['region'] });
  });

  test('have the addresses on request, and the name on the last step', () => {
    const addresses = toAddresses(answered(started(emptyDraft), region));
    expect(addresses.stage).toBe('endpoint');
    expect(answered(addresses, '').stage).toBe('iamEndpoint');
    expect(answered(answered(addresses, ''), '').stage).toBe('signIn');
    const last: Wizard = { draft: emptyDraft, stage: 'production', before: ['region'] };
    expect(answered(last, 'name')).toMatchObject({ stage: 'name', before: ['region', 'production'] });
    expect(answered(answered(last, 'name'), 'dev')).toEqual({ ...last, draft: { ...emptyDraft, name: 'dev' } });
  });
});

test('Back goes to the question before with everything that was answered, and no further than the first', () => {
  const first = started(emptyDraft);
  expect(goneBack(answered(first, region))).toMatchObject({ stage: 'region', before: [], draft: { region } });
  expect(goneBack(first)).toEqual(first);
  const instance = withInstances(withProjects(signedIn(), { kind: 'project', project: own }), instances);
  expect(goneBack(instance)).toMatchObject({ stage: 'signIn', before: ['region'] });
});

test('each question is counted, those of the sign-in as many', () => {
  const instance = withInstances(withProjects(signedIn(), { kind: 'project', project: own }), instances);
  expect(positionOf(started(emptyDraft), 1)).toEqual({ step: 1, totalSteps: 4 });
  expect(positionOf(instance, 4)).toEqual({ step: 6, totalSteps: 7 });
  expect(positionOf(answered(instance, 'i'), 4)).toEqual({ step: 7, totalSteps: 7 });
});

describe('an answer', () => {
  const usual = 'https://lakeformation.cn-north-4.myhuaweicloud.com';
  const old = 'https://lakeformation.cn-east-3.myhuaweicloud.com';
  test.each<[string, Exclude<Step, 'signIn'>, Partial<Draft>, string, Partial<Draft>]>([
    ['that is the region’s address isn’t one’s own', 'endpoint', { region }, usual, { region }],
    [
      'with another region drops the old one’s address',
      'region',
      { region: 'cn-east-3', endpoint: old },
      region,
      { region },
    ],
    [
      'with another region keeps an address of one’s own, and drops the project and the instance',
      'region',
      { region: 'cn-east-3', endpoint: 'https://lake', projectId: 'p', instanceId: 'i' },
      region,
      { region, endpoint: 'https://lake' },
    ],
    ['with the same region keeps all', 'region', { region, projectId: 'p' }, region, { region, projectId: 'p' }],
    ['no is no production', 'production', { production: true }, 'no', { production: false }],
  ])('%s', (_, step, before, answer, after) => {
    expect(withAnswer({ ...emptyDraft, ...before }, step, answer)).toEqual({ ...emptyDraft, ...after });
  });
});
