import type { Workbench } from '../harness/workbench.ts';

/** Answers the question how to sign in to a connection, which is being asked: by pasting a token into a hidden box. */
export async function pasteToken({ quickInput }: Workbench, connection: string, token: string): Promise<void> {
  await quickInput.waitFor(`Sign in to ${connection}`);
  await quickInput.choose('Paste a token');
  await quickInput.waitFor('X-Subject-Token');
  await quickInput.paste(token);
  await quickInput.accept();
}
