import type { ExitCode, Host } from '../host.ts';

/** Starts the language server. Its client ends it. */
export async function lsp(host: Pick<Host, 'serveLanguage'>): Promise<ExitCode> {
  return host.serveLanguage();
}
