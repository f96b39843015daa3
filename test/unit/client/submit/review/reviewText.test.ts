import { describe, expect, it } from 'vitest';
import { readJobDocument } from '../../../../../client/src/submit/job.ts';
import type { Plan } from '../../../../../client/src/submit/review/plan.ts';
import { reviewQuestion, type ReviewQuestion } from '../../../../../client/src/submit/review/reviewText.ts';
import { dev } from '../../../../support/connections.ts';
import { instanceId, jobWithProperties } from '../../../../support/jobs.ts';

const text = jobWithProperties('job', '"name": "nightly"');
const job = { id: '3f2c', name: 'nightly', status: 'CREATED' };

/** The question about a plan for a job that has nothing wrong but for the changes. */
function questionOf(plan: Plan, changes: { production?: boolean; isUnsaved?: boolean } = {}): ReviewQuestion {
  const { production = false, isUnsaved = false } = changes;
  const document = readJobDocument(text);
  if (document === undefined) throw new Error('The text isn’t a job.');
  return reviewQuestion(plan, {
    submission: {
      ...{ job: document, text, isUnsaved, isToRun: false, warnings: [], bodyHash: 'now' },
      connection: { ...dev, instanceId, production },
    },
    destinations: [],
    existing: { jobs: [], read: 0, isComplete: true },
    last: undefined,
  });
}

const update: Plan = { kind: 'update', job, shown: {} };

describe('reviewQuestion', () => {
  it.each<[string, Plan, Parameters<typeof questionOf>[1], string, readonly string[], boolean]>([
    [
      'of a new job',
      { kind: 'create' },
      {},
      'Submit "nightly" to dev as a new job?',
      ['Submit', 'Preview Request'],
      false,
    ],
    [
      'of a new job with a warning',
      { kind: 'create' },
      { isUnsaved: true },
      'Submit "nightly" to dev as a new job?',
      ['Preview Request', 'Submit'],
      true,
    ],
    [
      'of a new job for production',
      { kind: 'create' },
      { production: true },
      'Submit "nightly" to the production connection "dev" as a new job?',
      ['Preview Request', 'Submit to dev'],
      true,
    ],
    ['of an update', update, {}, 'Update "nightly" in dev?', ['Show Changes', 'Update', 'Create Another Job'], false],
    [
      'of an update for production',
      update,
      { production: true },
      'Update "nightly" in the production connection "dev"?',
      ['Show Changes', 'Update', 'Create Another Job'],
      true,
    ],
    [
      'of an update of a job that can’t be read',
      { ...update, shown: undefined },
      {},
      'Update "nightly" in dev?',
      ['Preview Request', 'Update', 'Create Another Job'],
      false,
    ],
    [
      'of an unchanged job',
      { kind: 'unchanged', job, shown: {} },
      {},
      'Nothing to do: "nightly" in dev matches the document.',
      ['Show Job', 'Submit Anyway', 'Create Another Job'],
      false,
    ],
    [
      'of an unchanged job that can’t be read',
      { kind: 'unchanged', job, shown: undefined },
      {},
      'Nothing to do: the document is unchanged since "nightly" was submitted to dev.',
      ['Preview Request', 'Submit Anyway', 'Create Another Job'],
      false,
    ],
  ])('%s: Enter sends nothing but a new job without warnings', (_, plan, changes, message, titles, isWarning) => {
    const question = questionOf(plan, changes);
    expect(question).toMatchObject({ message, isWarning });
    expect(question.actions.map(({ title }) => title)).toEqual(titles);
  });

  it('has warnings first, then what matters, then where it goes', () => {
    const { detail } = questionOf({ ...update, shown: undefined }, { isUnsaved: true });
    expect(detail.split('\n\n').map((lines) => lines.split('\n'))).toEqual([
      ['⚠ The file isn’t saved.'],
      [
        'Type: PERMISSION_MIGRATION',
        'Policies: RANGER',
        expect.stringMatching(/^Paths: obs:/),
        'Runs: when you start it',
      ],
      [
        'Connection: dev (https://host)',
        'Project: p',
        `Instance: ${instanceId}`,
        'Job: 3f2c (CREATED)',
        'Couldn’t read the job, so the changes aren’t known.',
      ],
    ]);
  });

  it('names what the document leaves out, since an update may reset that', () => {
    const block = Object.fromEntries(['catalog_id', 'file_name'].map((name) => [name, 'a']));
    const shown = { description: 'a', parameter: { permission_migration_parameter: block } };
    expect(
      questionOf({ ...update, shown })
        .detail.split('\n')
        .at(-1),
    ).toBe(
      'Not in the document: description, file_name, catalog_id. Whether an update resets these properties isn’t documented.',
    );
  });

  it('warns of an update of a job that runs, and Enter only shows the changes', () => {
    const { actions, detail, isWarning } = questionOf({ ...update, job: { ...job, status: 'RUNNING' } });
    expect(detail).toContain('⚠ The job is running (RUNNING)');
    expect([isWarning, actions[0]?.kind]).toEqual([true, 'showChanges']);
  });
});
