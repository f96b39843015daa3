import type { Prompts } from '../prompts/prompts.ts';
import type { Connection, Draft } from './connection.ts';
import { connectionOf } from './entries.ts';
import { questionOf, type Instance } from './steps.ts';
import { answered, goneBack, started } from './wizard.ts';

/** The sign-ins of a user who is asked for a connection, which is not written before all is said. */
export interface DraftSignIns {
  /** The instances of the connection's project; `undefined` where they cannot be read: not signed in, or the request failed. */
  readonly instances: (connection: Connection) => Promise<readonly Instance[] | undefined>;
  /** Signs in to a connection, so that its instances can be read. Until `keep` the stored sign-ins stay as they are. */
  readonly signIn: (connection: Connection) => Promise<unknown>;
  /** Keeps the sign-in that was made for a connection, as it is written now; `false` when none was made. */
  readonly keep: (connection: Connection) => Promise<boolean>;
}

/** What asking for a connection uses. */
export interface AskForConnectionServices {
  readonly prompts: Prompts;
  readonly signIns: Pick<DraftSignIns, 'instances' | 'signIn'>;
}

/**
 * Asks for a connection step by step.
 * @param draft what is known of it
 * @param otherNames the names of the other connections
 * @returns `undefined` when the user leaves: then nothing is to be changed
 */
export async function askForConnection(
  { prompts, signIns }: AskForConnectionServices,
  title: string,
  draft: Draft,
  otherNames: readonly string[],
): Promise<Draft | undefined> {
  let wizard: ReturnType<typeof started> | undefined = started(draft);
  while (wizard?.step !== undefined) {
    const connection = wizard.step === 'instanceId' ? projectOf(wizard.draft) : undefined;
    const question = questionOf(wizard.step, wizard.draft, {
      title,
      otherNames,
      instances: connection && (await signIns.instances(connection)),
      offersSignIn: connection !== undefined,
    });
    const reply = await prompts.ask(question);
    switch (reply.kind) {
      case 'answer':
        wizard = answered(wizard, reply.text);
        break;
      case 'back':
        wizard = goneBack(wizard);
        break;
      case 'action':
        if (connection) await signIns.signIn(connection);
        break;
      case 'left':
        wizard = undefined;
    }
  }
  return wizard?.draft;
}

/** The connection as far as it is needed to read the instances of its project. */
function projectOf(draft: Draft): Connection | undefined {
  return connectionOf({ ...draft, instanceId: 'unknown' });
}
