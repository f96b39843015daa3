import type { Prompts } from '../prompts.ts';
import { readConnection, type Connection } from './connection.ts';
import type { Draft } from './entries.ts';
import { questionOf, type Instance } from './steps.ts';
import { answered, goneBack, started } from './wizard.ts';

/** What asking for a connection needs of the world. */
export interface EditingPorts {
  readonly prompts: Prompts;
  /**
   * The instances of the connection's project; `undefined` where they cannot be read: not signed in, or the request failed.
   * Without it an instance is typed in, and nobody is asked to sign in for a list.
   */
  readonly instances?: (connection: Connection) => Promise<readonly Instance[] | undefined>;
  /** Signs in to a connection, so that its instances can be read. */
  readonly signIn: (connection: Connection) => Promise<unknown>;
  /** Forgets the sign-in to a connection; `false` when it may still be there. */
  readonly forget: (connection: Pick<Connection, 'name'>) => Promise<boolean>;
}

/**
 * Asks for a connection step by step.
 * @param draft what is known of it
 * @param otherNames the names of the other connections
 * @returns `undefined` when the user leaves: then nothing is to be changed
 */
export async function askForConnection(
  { prompts, instances, signIn, forget }: EditingPorts,
  title: string,
  draft: Draft,
  otherNames: readonly string[],
): Promise<Draft | undefined> {
  const signedIn = new Set<string>();
  let wizard: ReturnType<typeof started> | undefined = started(draft);
  while (wizard?.step !== undefined) {
    const connection = wizard.step === 'instanceId' ? projectOf(wizard.draft) : undefined;
    const question = questionOf(wizard.step, wizard.draft, {
      title,
      otherNames,
      instances: connection && instances && (await instances(connection)),
      offersSignIn: instances !== undefined && connection !== undefined,
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
        if (connection) {
          signedIn.add(connection.name);
          await signIn(connection);
        }
        break;
      case 'left':
        wizard = undefined;
    }
  }
  // A sign-in belongs to a connection: what was not to be one has none.
  signedIn.delete(wizard?.draft.name ?? draft.name);
  for (const name of signedIn) await forget({ name });
  return wizard?.draft;
}

/** The connection as far as it is needed to read the instances of its project. */
function projectOf(draft: Draft): Connection | undefined {
  const read = readConnection({ ...draft, instanceId: 'unknown' }, 0);
  return typeof read === 'string' ? undefined : read;
}
