import * as l10n from '@vscode/l10n';
import type { Instance } from '../api/instances.ts';
import type { Prompts } from '../prompts/prompts.ts';
import type { Connection, Draft } from './connection.ts';
import { connectionOf } from './entries.ts';
import { fieldChoices, fieldRemarks, type Field } from './fields.ts';
import { questionOf } from './steps.ts';
import { withAnswer } from './wizard.ts';

/** What asking for changes uses. */
export interface AskForChangesServices {
  readonly prompts: Pick<Prompts, 'ask' | 'confirm'>;
  /** The running instances of the connection's project, for a user who is signed in there; else `undefined`. */
  readonly instances: (connection: Connection) => Promise<readonly Instance[] | undefined>;
}

const save = 'save';

/**
 * Shows the properties of a connection with their values, and asks for those that the user selects, until they are to be
 * saved.
 * @param otherNames the names of the other connections
 * @returns `undefined` when the user leaves: then nothing is to be changed
 */
export async function askForChanges(
  services: AskForChangesServices,
  before: Draft,
  otherNames: readonly string[],
): Promise<Draft | undefined> {
  const title = l10n.t('Edit Connection "{0}"', before.name);
  let draft = before;
  let listed: { readonly project: string; readonly instances: readonly Instance[] | undefined } | undefined;
  let problem: string | undefined;
  for (;;) {
    const project = projectOf(draft);
    const context = { otherNames, instances: listed?.project === keyOf(project) ? listed.instances : undefined };
    const choices = fieldChoices(draft, context);
    const reply = await services.prompts.ask({
      title,
      canGoBack: false,
      prompt: l10n.t('Select what to change'),
      problem,
      value: draft === before ? '' : save,
      choices: [...choices, { label: `$(check) ${l10n.t('Save and Test')}`, value: save }],
      remarkOn: () => undefined,
    });
    problem = undefined;
    if (reply.kind !== 'answer') return undefined;
    const field = choices.find(({ value }) => value === reply.text)?.value;
    if (field !== undefined) {
      if (field === 'instanceId' && project !== undefined && context.instances === undefined) {
        listed = { project: keyOf(project), instances: await services.instances(project) };
      }
      const changed = await askForField(services, title, field, draft, { ...context, instances: listed?.instances });
      if (changed === undefined) return undefined;
      draft = changed;
      continue;
    }
    const [remark] = fieldRemarks(draft, context);
    if (remark?.isError === true) problem = remark.text;
    else if (remark === undefined || (await isConfirmed(services, remark.text))) return draft;
  }
}

/** @returns the draft as it was when the user goes back, and `undefined` when the user leaves */
async function askForField(
  { prompts }: AskForChangesServices,
  title: string,
  field: Field,
  draft: Draft,
  context: { readonly otherNames: readonly string[]; readonly instances: readonly Instance[] | undefined },
): Promise<Draft | undefined> {
  if (field === 'production') return { ...draft, production: !draft.production };
  const reply = await prompts.ask({ ...questionOf(field, draft, context), title, canGoBack: true });
  switch (reply.kind) {
    case 'answer':
      return withAnswer(draft, field, reply.text);
    case 'back':
      return draft;
    case 'left':
      return undefined;
  }
}

async function isConfirmed({ prompts }: AskForChangesServices, warning: string): Promise<boolean> {
  return prompts.confirm({
    message: l10n.t('Save the connection anyway?'),
    detail: warning,
    action: l10n.t('Save Anyway'),
    isWarning: true,
  });
}

/** The properties of the connection that are needed to read the instances of its project. */
function projectOf(draft: Draft): Connection | undefined {
  return connectionOf({ ...draft, name: draft.name || 'unknown', instanceId: 'unknown' });
}

function keyOf(connection: Connection | undefined): string {
  return JSON.stringify([connection?.endpoint, connection?.projectId]);
}
