import type { Workbench } from '../harness/workbench.ts';

/** Answers the question how to sign in to a connection, which is being asked: by pasting a token into the list of ways. */
export async function pasteToken({ quickInput }: Workbench, connection: string, token: string): Promise<void> {
  await quickInput.waitFor(`Sign in to ${connection}`);
  await quickInput.paste(token);
}
