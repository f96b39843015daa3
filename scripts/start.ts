import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { issueCredentials } from '../test/service/credentials.ts';
import { addJobsWithRuns } from '../test/service/jobsWithRuns.ts';
import { startService, type LocalService } from '../test/service/service.ts';
import { createCleanup, type Cleanup } from './editor/cleanup.ts';
import { findDesktopCode, openDesktopCode } from './editor/desktopCode.ts';
import { startEditorServer } from './editor/editorServer.ts';
import { linkExtensions } from './editor/extensions.ts';
import { installCodeServer } from './editor/installCodeServer.ts';
import { createProfile, writeUserSettings, type Profile } from './editor/profile.ts';
import { repositoryFolder, walkthroughOpener } from './editor/repository.ts';

/** What is printed at the terminal, and when to stop by itself. */
interface OpenedEditor {
  readonly where: string;
  readonly closed?: Promise<void>;
}

const cleanup = createCleanup();
const stopped = new Promise<void>((resolve) => {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => resolve());
  whenShellEnds(resolve);
});

try {
  await Promise.race([run(cleanup), stopped]);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
} finally {
  console.log('\nStopping …');
  await cleanup.run();
}
// What was still being opened is ended with us.
process.exit();

/** Where npm has started us, a signal to npm ends npm and its shell, and would leave us behind. */
function whenShellEnds(then: () => void): void {
  const shell = process.ppid;
  if (process.env.npm_lifecycle_event === undefined) return;
  setInterval(() => {
    if (process.ppid !== shell) then();
  }, 250).unref();
}

/** Starts the service and an editor on a copy of the examples; resolves when the editor was closed. */
async function run(opened: Cleanup): Promise<void> {
  const service = await startService();
  opened.add(() => service.close());
  addJobsWithRuns(service);
  const folder = await copyExamples();
  opened.add(() => rm(folder, { recursive: true, force: true }));
  const profile = await createProfile();
  opened.add(() => profile.remove());
  await writeUserSettings(profile, { 'lakeformation.connections': [connectionTo(service)] });
  const code = findDesktopCode();
  const editor = code === undefined ? await serve(profile, folder, opened) : openDesktop(code, profile, folder, opened);
  console.log(instructions(editor.where, service));
  await (editor.closed ?? stopped);
}

async function copyExamples(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'lakeformation-jobs-'));
  await cp(join(repositoryFolder, 'examples'), folder, { recursive: true });
  return folder;
}

function connectionTo({ url, projectId, instanceId }: LocalService): Record<string, string> {
  return { name: 'local', region: 'local', endpoint: url, iamEndpoint: url, projectId, instanceId };
}

function openDesktop(code: string, profile: Profile, folder: string, opened: Cleanup): OpenedEditor {
  const window = openDesktopCode(code, profile, folder);
  opened.add(() => window.close());
  return { where: 'VS Code opens in a window of its own.', closed: window.closed };
}

async function serve(profile: Profile, folder: string, opened: Cleanup): Promise<OpenedEditor> {
  const { serverMain } = await installCodeServer();
  await linkExtensions(profile, repositoryFolder, walkthroughOpener);
  const server = await startEditorServer({ serverMain, profile, workspaceTrust: false });
  opened.add(() => server.close());
  return { where: `Open VS Code in your browser:\n\n  ${server.urlOf(folder)}` };
}

function instructions(where: string, service: LocalService): string {
  const { token, user, key } = issueCredentials(service);
  return `
${where}

1. Open one of the three jobs in the Explorer and edit it: suggestions come with Ctrl+Space.
2. Press Submit Job, the cloud with an arrow in the editor's title bar.
3. Sign in once, in one of three ways, and confirm:

  Token              ${token}

  IAM user
    Account          ${user.domain}
    User name        ${user.name}
    Password         ${user.password}

  Access keys
    Access key ID    ${key.accessKey}
    Secret key       ${key.secretKey}

These are for the LakeFormation service on this machine alone (${service.url}), as are the jobs. They end with it.
Ctrl+C here stops the editor and the service.`;
}
