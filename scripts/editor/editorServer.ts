import { randomBytes } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { startGroup, type ProcessGroup } from './processGroup.ts';
import type { Profile } from './profile.ts';
import { node24 } from './repository.ts';

/** A VS Code served on loopback. */
export interface EditorServer {
  /** The address that opens a folder or a `.code-workspace` in the editor; whoever has it can drive the editor. */
  urlOf(path: string): string;
  close(): Promise<void>;
}

/** What the server is started with. */
export interface EditorServerOptions {
  readonly serverMain: string;
  readonly profile: Profile;
  /** What its environment has beside ours. */
  readonly env?: Readonly<Record<string, string>>;
  /** Whether the editor asks if it may trust the folder; without, it trusts all. */
  readonly workspaceTrust: boolean;
  /** The display language; English if not given. The profile needs a language pack for another one. */
  readonly locale?: string | undefined;
}

/** Without a marketplace the editor has no reason to reach the network. */
const env = { EXTENSIONS_GALLERY: '{}' };

const listening = /Extension host agent listening on (\d+)/;

/** Starts VS Code's server on a free port of loopback and resolves when it listens. Throws its output if it ends instead. */
export async function startEditorServer(options: EditorServerOptions): Promise<EditorServer> {
  const token = randomBytes(24).toString('hex');
  const args = await serverArguments(options, token);
  const group = startGroup(node24(), args, {
    env: { ...env, ...options.env },
    stdio: 'pipe',
    folder: options.profile.folder,
  });
  const port = await listeningPort(group).catch(async (error: unknown) => {
    await group.stop();
    throw error;
  });
  return {
    urlOf(path) {
      const kind = path.endsWith('.code-workspace') ? 'workspace' : 'folder';
      return `http://127.0.0.1:${port}/?tkn=${token}&${kind}=${encodeURIComponent(path).replaceAll('%2F', '/')}`;
    },
    close: () => group.stop(),
  };
}

/** The token is handed over in a file: the arguments of a process are there for every user of the machine to read. */
async function serverArguments(options: EditorServerOptions, token: string): Promise<string[]> {
  const tokenFile = join(options.profile.userData, 'connection-token');
  await writeFile(tokenFile, token, { mode: 0o600 });
  return [
    options.serverMain,
    ...['--host', '127.0.0.1', '--port', '0', '--connection-token-file', tokenFile],
    ...['--user-data-dir', options.profile.userData, '--extensions-dir', options.profile.extensions],
    ...['--server-data-dir', options.profile.serverData, '--app-name', 'Code'],
    ...['--accept-server-license-terms', '--telemetry-level', 'off', '--disable-update-check'],
    '--disable-getting-started-override',
    ...(options.workspaceTrust ? [] : ['--disable-workspace-trust']),
    ...(options.locale === undefined ? [] : ['--locale', options.locale]),
  ];
}

function listeningPort({ leader }: ProcessGroup): Promise<string> {
  return new Promise((resolve, reject) => {
    let output = '';
    const read = (text: string): void => {
      output += text;
      const port = listening.exec(output)?.[1];
      if (port !== undefined) resolve(port);
    };
    leader.stdout?.setEncoding('utf8').on('data', read);
    leader.stderr?.setEncoding('utf8').on('data', read);
    leader.once('error', reject);
    leader.once('exit', (code) => reject(new Error(`The editor's server ended with ${String(code)}.\n${output}`)));
  });
}
