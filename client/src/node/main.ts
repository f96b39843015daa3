import { join } from 'node:path';
import type { ExtensionContext } from 'vscode';
import { LanguageClient, TransportKind } from 'vscode-languageclient/node';
import { activate as activateClient } from '../extension.ts';
import { documentId } from './documentId.ts';
import { fileStorage } from './fileStorage.ts';
import { kooCliFile } from './kooCliFile.ts';

/** Activates with the language server in a process of its own. */
export function activate(context: ExtensionContext): void {
  const module = context.asAbsolutePath('dist/server/node.js');
  activateClient(
    context,
    (id, name, options) => new LanguageClient(id, name, { module, transport: TransportKind.ipc }, options),
    {
      kooCliFile: kooCliFile(),
      variables: { isBrowser: false, get: (name) => process.env[name] },
      submissionStorage: fileStorage(join(context.globalStorageUri.fsPath, 'submissions')),
      documentId,
    },
  );
}
